package org.aidledger.core.payout.command;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.payout.PayoutBatchId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Refuse a whole roster. */
public record RejectPayoutBatch(
    @RoutingKey PayoutBatchId batchId, AccountId actor, SealedText reason) {}
