package org.aidledger.core.payout.command;

import java.util.List;
import org.aidledger.core.fund.FundId;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Carry out orders about payouts of one fund, one after the other and in one append.
 *
 * @param orders none of them about a refund
 */
public record CarryOutPayoutOrders(@RoutingKey FundId fundId, List<PayoutOrder> orders) {}
