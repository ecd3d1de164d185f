package org.aidledger.core.payout.command;

import java.util.List;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.axonframework.commandhandling.RoutingKey;

/** Ask for a roster of payouts as one. */
public record RequestPayoutBatch(
    @RoutingKey FundId fundId, String reference, List<PayoutLine> lines, AccountId actor) {}
