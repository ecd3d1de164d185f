/**
 * Seals the book: the Merkle tree over all events, its signed heads, and what witnesses
 * countersigned.
 */
@NullMarked
package org.aidledger.store.seal;

import org.jspecify.annotations.NullMarked;
