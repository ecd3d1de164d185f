/** Payouts of aid and refunds: requested, approved, paid and returned by different people. */
@NullMarked
package org.aidledger.core.payout;

import org.jspecify.annotations.NullMarked;
