package org.aidledger.core.finding.command;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.finding.FindingId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Close a finding that was answered. */
public record CloseFinding(
    @RoutingKey FindingId findingId, SealedText conclusion, AccountId actor) {}
