package org.aidledger.core.finding.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An auditor who did not answer it is content with what was answered, and says why. */
@Revision("1")
public record FindingClosed(
    String findingId, @Nullable String fundId, SealedText conclusion, String closedBy)
    implements FindingEvent {}
