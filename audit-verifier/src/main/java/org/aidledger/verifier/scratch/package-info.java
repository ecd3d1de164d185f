/**
 * What a verification must remember of every stream of a book, outside the heap: tables of numbers
 * in one temporary file, so that the heap is as small for a million donations as for ten.
 */
@NullMarked
package org.aidledger.verifier.scratch;

import org.jspecify.annotations.NullMarked;
