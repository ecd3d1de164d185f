package org.aidledger.api.finding;

import java.time.Instant;
import java.util.List;
import org.aidledger.projections.finding.FindingView;
import org.jspecify.annotations.Nullable;

/**
 * A finding as REST shows it.
 *
 * @param text what was found; absent if the key that sealed it is destroyed
 * @param steps what was said in its order; absent in lists
 */
record FindingItem(
    String findingId,
    String organisation,
    @Nullable String fundId,
    String severity,
    @Nullable String exceptionKind,
    String state,
    List<Long> positions,
    @Nullable String text,
    String raisedBy,
    Instant raisedAt,
    @Nullable String answeredBy,
    @Nullable Instant answeredAt,
    @Nullable String closedBy,
    @Nullable Instant closedAt,
    long position,
    @Nullable List<Step> steps) {

  /** One thing that was said about a finding. */
  record Step(
      long position, String type, Instant recordedAt, String actor, @Nullable String text) {}

  static FindingItem of(FindingView found, @Nullable String text, @Nullable List<Step> steps) {
    return new FindingItem(
        found.findingId(),
        found.organisation(),
        found.fundId(),
        found.severity().name(),
        found.exceptionKind(),
        found.state().name(),
        found.positions(),
        text,
        found.raisedBy(),
        found.raisedAt(),
        found.answeredBy(),
        found.answeredAt(),
        found.closedBy(),
        found.closedAt(),
        found.position(),
        steps);
  }
}
