package org.aidledger.core.finding.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's finance staff said what it is about and what was mended. A later answer adds
 * to an earlier one.
 */
@Revision("1")
public record FindingAnswered(
    String findingId, @Nullable String fundId, SealedText answer, String answeredBy)
    implements FindingEvent {}
