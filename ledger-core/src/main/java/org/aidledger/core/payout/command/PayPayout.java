package org.aidledger.core.payout.command;

import java.time.LocalDate;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.payout.PayoutId;
import org.axonframework.commandhandling.RoutingKey;

/** Record that a payout was paid. */
public record PayPayout(
    @RoutingKey PayoutId payoutId, AccountId actor, LocalDate paidOn, String bankReference)
    implements PayoutMove {}
