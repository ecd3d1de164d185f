package org.aidledger.projections.finding;

import java.time.Instant;
import java.util.List;
import org.aidledger.core.finding.FindingState;
import org.aidledger.core.finding.Severity;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * A finding as far as it is.
 *
 * @param fundId absent if it is about the organisation as a whole
 * @param exceptionKind the exception rule that led to it, absent if it was found otherwise
 * @param positions of the events behind it in the book
 * @param text what was found
 * @param answeredBy who answered last, absent while nobody has
 * @param position of the event that raised it
 * @param lastPosition of the last event about it
 */
public record FindingView(
    String findingId,
    String organisation,
    @Nullable String fundId,
    Severity severity,
    @Nullable String exceptionKind,
    FindingState state,
    List<Long> positions,
    SealedText text,
    String raisedBy,
    Instant raisedAt,
    @Nullable String answeredBy,
    @Nullable Instant answeredAt,
    @Nullable String closedBy,
    @Nullable Instant closedAt,
    long position,
    long lastPosition) {

  public FindingView {
    positions = List.copyOf(positions);
  }
}
