package org.aidledger.core.payout.command;

import java.time.LocalDate;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.payout.PayoutBatchId;
import org.axonframework.commandhandling.RoutingKey;

/** Agree to a whole roster. */
public record ApprovePayoutBatch(
    @RoutingKey PayoutBatchId batchId, AccountId actor, LocalDate today) {}
