package org.aidledger.core.fund.command;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.axonframework.commandhandling.RoutingKey;

/** Confirm the proposed change. */
public record ConfirmFundChange(@RoutingKey FundId fundId, String changeId, AccountId actor) {}
