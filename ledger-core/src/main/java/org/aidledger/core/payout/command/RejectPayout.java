package org.aidledger.core.payout.command;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Refuse a payout. */
public record RejectPayout(@RoutingKey PayoutId payoutId, AccountId actor, SealedText reason)
    implements PayoutMove {}
