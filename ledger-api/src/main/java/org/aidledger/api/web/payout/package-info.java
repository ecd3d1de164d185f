/**
 * Payouts as people work on them: what waits for whom, one step at a time, rosters and the bank.
 */
@NullMarked
package org.aidledger.api.web.payout;

import org.jspecify.annotations.NullMarked;
