/** REST for payouts and their batches. */
@NullMarked
package org.aidledger.api.payout;

import org.jspecify.annotations.NullMarked;
