/** Orders about payouts and their batches. */
@NullMarked
package org.aidledger.core.payout.command;

import org.jspecify.annotations.NullMarked;
