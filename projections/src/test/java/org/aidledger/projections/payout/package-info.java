/** Tests of questions about payouts. */
@NullMarked
package org.aidledger.projections.payout;

import org.jspecify.annotations.NullMarked;
