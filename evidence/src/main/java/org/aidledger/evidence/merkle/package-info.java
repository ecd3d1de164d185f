/** The Merkle tree over the book: hashing, tiles, proofs and how they are checked (RFC 9162). */
@NullMarked
package org.aidledger.evidence.merkle;

import org.jspecify.annotations.NullMarked;
