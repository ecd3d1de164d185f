package org.aidledger.core.payout.command;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.axonframework.commandhandling.RoutingKey;

/** Ask for a payout. */
public record RequestPayout(@RoutingKey FundId fundId, PayoutLine line, AccountId actor)
    implements PayoutOrder {}
