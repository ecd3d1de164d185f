package org.aidledger.core.fund.command;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.axonframework.commandhandling.RoutingKey;

/** Let everybody see a fund's totals and counts. */
public record PublishFund(@RoutingKey FundId fundId, AccountId actor) {}
