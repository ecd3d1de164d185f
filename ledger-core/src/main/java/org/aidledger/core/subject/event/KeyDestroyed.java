package org.aidledger.core.subject.event;

import org.axonframework.serialization.Revision;

/** A person's key is gone for good 密钥销毁; what it sealed can no longer be read. */
@Revision("1")
public record KeyDestroyed(String subjectId, String requestedBy, String confirmedBy) {}
