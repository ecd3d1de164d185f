package org.aidledger.core.finding.command;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.finding.FindingId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Answer a finding, or add to an answer. */
public record AnswerFinding(@RoutingKey FindingId findingId, SealedText answer, AccountId actor) {}
