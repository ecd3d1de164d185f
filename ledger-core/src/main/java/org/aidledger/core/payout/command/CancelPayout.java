package org.aidledger.core.payout.command;

import java.time.LocalDate;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Give a payout up. */
public record CancelPayout(
    @RoutingKey PayoutId payoutId, AccountId actor, LocalDate today, SealedText reason)
    implements PayoutMove {}
