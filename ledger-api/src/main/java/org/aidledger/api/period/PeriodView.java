package org.aidledger.api.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.projections.period.PeriodCalendarView;
import org.aidledger.projections.period.PeriodState;
import org.aidledger.projections.period.PeriodStep;
import org.jspecify.annotations.Nullable;

/**
 * A period as clients see it.
 *
 * @param first its first day
 * @param last its last day
 * @param proposalId what waits for a second person
 * @param lateEntriesBooked entries that were booked in it though their effective date lies before
 * @param steps what happened, in order; reasons stay with those who read the pages
 */
record PeriodView(
    String organisation,
    String period,
    PeriodState state,
    LocalDate first,
    LocalDate last,
    @Nullable String proposalId,
    @Nullable Long lateEntriesBooked,
    @Nullable List<PointView> readiness,
    List<StepView> steps) {

  /** A point of the readiness list; open names what to acknowledge. */
  record PointView(String point, @Nullable String open, boolean acknowledgeable, String figure) {

    static PointView of(ReadinessPoint point) {
      return new PointView(
          point.point().name(),
          point.open() == null ? null : point.open().name(),
          !point.blocks(),
          point.figure());
    }
  }

  /** A step of closing or reopening. */
  record StepView(
      String type,
      Instant recordedAt,
      String actor,
      String proposalId,
      @Nullable String lateEntries,
      Map<String, String> openItems,
      @Nullable LocalDate closedThrough,
      @Nullable Integer funds,
      long position) {

    static StepView of(PeriodStep step) {
      return new StepView(
          step.type(),
          step.recordedAt(),
          step.actor(),
          step.proposalId(),
          step.lateEntries(),
          step.openItems(),
          step.closedThrough(),
          step.funds(),
          step.position());
    }
  }

  static PeriodView of(
      PeriodCalendarView calendar,
      AccountingPeriod period,
      @Nullable Long lateEntriesBooked,
      @Nullable List<ReadinessPoint> readiness) {
    return new PeriodView(
        calendar.organisation(),
        period.toString(),
        calendar.state(period),
        period.first(),
        period.last(),
        calendar.pending(period).map(PeriodStep::proposalId).orElse(null),
        lateEntriesBooked,
        readiness == null ? null : readiness.stream().map(PointView::of).toList(),
        calendar.steps(period).stream().map(StepView::of).toList());
  }
}
