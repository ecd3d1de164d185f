package org.aidledger.core.payout.command;

import java.time.LocalDate;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Record that the bank sent a payout back 退汇. */
public record ReturnPayout(
    @RoutingKey PayoutId payoutId, AccountId actor, LocalDate returnedOn, SealedText reason)
    implements PayoutMove {}
