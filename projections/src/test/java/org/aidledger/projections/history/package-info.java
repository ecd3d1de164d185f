/** Random but legal histories of the book, for tests that hold over any of them. */
@NullMarked
package org.aidledger.projections.history;

import org.jspecify.annotations.NullMarked;
