package org.aidledger.core.closing.command;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Reopen the last closed period 反结账, for a reason; a second person confirms. */
public record ProposeReopening(
    @RoutingKey String organisation,
    AccountingPeriod period,
    String proposalId,
    SealedText reason,
    AccountId actor) {}
