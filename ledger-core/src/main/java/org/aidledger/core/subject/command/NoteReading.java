package org.aidledger.core.subject.command;

import org.aidledger.core.subject.SubjectId;
import org.axonframework.commandhandling.RoutingKey;

/** Put on record that someone read personal data. */
public record NoteReading(
    @RoutingKey String accessId, SubjectId subjectId, String field, String context) {}
