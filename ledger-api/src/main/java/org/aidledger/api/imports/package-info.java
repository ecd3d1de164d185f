/** Imports of files into the book: checked first, then posted line by line, each exactly once. */
@NullMarked
package org.aidledger.api.imports;

import org.jspecify.annotations.NullMarked;
