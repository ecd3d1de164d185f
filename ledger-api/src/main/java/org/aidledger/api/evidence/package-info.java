/** What auditors check the book with: signed heads, proofs, receipts, countersignatures. */
@NullMarked
package org.aidledger.api.evidence;

import org.jspecify.annotations.NullMarked;
