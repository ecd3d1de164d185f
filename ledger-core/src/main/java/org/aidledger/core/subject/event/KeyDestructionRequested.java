package org.aidledger.core.subject.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;

/**
 * Someone asked to destroy a person's key; it waits for a second person. The reason is chosen from
 * a list.
 */
@Revision("1")
public record KeyDestructionRequested(String subjectId, SealedText reason, String requestedBy) {}
