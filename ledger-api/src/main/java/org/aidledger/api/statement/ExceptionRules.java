package org.aidledger.api.statement;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.projections.audit.RefusalView;
import org.aidledger.projections.period.PeriodQueries;
import org.aidledger.projections.period.PeriodStep;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.BookedLines;
import org.aidledger.projections.trail.BookedQueries;
import org.aidledger.projections.trail.TrailLine;

/** The rules of the first form: what the book itself says went another way than usual. */
final class ExceptionRules {

  private final BookedQueries booked;
  private final PeriodQueries periods;

  ExceptionRules(BookedQueries booked, PeriodQueries periods) {
    this.booked = booked;
    this.periods = periods;
  }

  List<ExceptionRule> all() {
    return List.of(
        (scope, _, taker) -> entries("LATE_ENTRY", BookedLines.LATE, scope, taker),
        (scope, _, taker) -> entries("PAYMENT_RETURNED", BookedLines.RETURNED, scope, taker),
        (scope, _, taker) -> refusals(scope, taker),
        (scope, _, taker) -> reopenings(scope, taker),
        this::openAtClosing);
  }

  private void entries(
      String kind, BookedLines lines, StatementScope scope, ExceptionRule.Taker taker)
      throws IOException {
    long start = booked.start(scope.span());
    Cursor after = null;
    do {
      Page<TrailLine> page = booked.page(scope.span(), lines, start, after);
      for (TrailLine line : page.items()) {
        taker.take(
            new ExceptionRule.Line(
                kind,
                line.fundId(),
                line.place().position(),
                line.recordedAt(),
                line.effectiveOn(),
                line.entryNumber(),
                line.amount(),
                line.currency(),
                line.facts().get("reference"),
                line.actor()));
      }
      after = page.next();
    } while (after != null);
  }

  private void refusals(StatementScope scope, ExceptionRule.Taker taker) throws IOException {
    Cursor after = null;
    do {
      Page<RefusalView> page = booked.refusals(scope.span(), after);
      for (RefusalView refusal : page.items()) {
        taker.take(
            new ExceptionRule.Line(
                "REFUSED",
                refusal.fundId(),
                refusal.position(),
                refusal.recordedAt(),
                null,
                null,
                null,
                null,
                refusal.command() + ": " + refusal.code(),
                refusal.actor()));
      }
      after = page.next();
    } while (after != null);
  }

  private void reopenings(StatementScope scope, ExceptionRule.Taker taker) throws IOException {
    for (PeriodStep step : steps(scope)) {
      if (step.type().equals("PeriodReopened")) {
        taker.take(ofPeriod("REOPENED", step, step.period()));
      }
    }
  }

  /** What whoever closed the period acknowledged, as it stands in the proposal. */
  private void openAtClosing(StatementScope scope, StatementWords words, ExceptionRule.Taker taker)
      throws IOException {
    Optional<PeriodStep> proposed =
        steps(scope).stream()
            .filter(step -> step.type().equals("PeriodClosingProposed"))
            .reduce((_, later) -> later);
    if (proposed.isPresent()) {
      for (Map.Entry<String, String> open : new TreeMap<>(proposed.get().openItems()).entrySet()) {
        String about = words.get("open." + open.getKey(), open.getValue());
        taker.take(ofPeriod("OPEN_AT_CLOSING", proposed.get(), about));
      }
    }
  }

  private static ExceptionRule.Line ofPeriod(String kind, PeriodStep step, String about) {
    return new ExceptionRule.Line(
        kind,
        null,
        step.position(),
        step.recordedAt(),
        null,
        null,
        null,
        null,
        about,
        step.actor());
  }

  private List<PeriodStep> steps(StatementScope scope) {
    AccountingPeriod period = scope.period();
    return periods.of(scope.organisation()).steps(period).stream()
        .filter(step -> step.position() < scope.size())
        .toList();
  }
}
