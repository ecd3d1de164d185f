package org.aidledger.core.subject.event;

import org.axonframework.serialization.Revision;

/**
 * Someone read a full bank account number or a source document; context is the stream on which it
 * stands.
 */
@Revision("1")
public record PersonalDataRead(String accessId, String subjectId, String field, String context) {}
