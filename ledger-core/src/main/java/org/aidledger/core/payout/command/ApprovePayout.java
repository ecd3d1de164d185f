package org.aidledger.core.payout.command;

import java.time.LocalDate;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.payout.PayoutId;
import org.axonframework.commandhandling.RoutingKey;

/** Agree to a payout. */
public record ApprovePayout(@RoutingKey PayoutId payoutId, AccountId actor, LocalDate today)
    implements PayoutMove {}
