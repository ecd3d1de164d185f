/** Tables of numbers in a temporary file, compared with java.util. */
@NullMarked
package org.aidledger.verifier.scratch;

import org.jspecify.annotations.NullMarked;
