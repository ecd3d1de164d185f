/** Questions about payouts and their batches as they stand now. */
@NullMarked
package org.aidledger.projections.payout;

import org.jspecify.annotations.NullMarked;
