package org.aidledger.core.subject.command;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.subject.SealedText;
import org.aidledger.core.subject.SubjectId;
import org.axonframework.commandhandling.RoutingKey;

/** Ask to destroy a person's key. */
public record RequestKeyDestruction(
    @RoutingKey SubjectId subjectId, SealedText reason, AccountId actor) {}
