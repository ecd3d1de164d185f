package org.aidledger.core.subject.command;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.subject.SubjectId;
import org.axonframework.commandhandling.RoutingKey;

/** Agree, as a second person, to destroy a person's key. */
public record ConfirmKeyDestruction(@RoutingKey SubjectId subjectId, AccountId actor) {}
