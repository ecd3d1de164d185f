package org.aidledger.core.fund.command;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.axonframework.commandhandling.RoutingKey;

/** Take a fund's public page away. */
public record UnpublishFund(@RoutingKey FundId fundId, AccountId actor) {}
