package org.aidledger.projections.period;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.PeriodLock;
import org.jspecify.annotations.Nullable;

/** An organisation's periods, as the steps that were recorded about them make them. */
public final class PeriodCalendarView {

  /** Open months that are listed where nothing was ever closed, beside the present one. */
  private static final int OPEN_MONTHS = 11;

  private final String organisation;
  private final List<PeriodStep> steps;
  private final Deque<PeriodStep> closed = new ArrayDeque<>();
  private @Nullable PeriodStep pending;

  PeriodCalendarView(String organisation, List<PeriodStep> steps) {
    this.organisation = organisation;
    this.steps = List.copyOf(steps);
    steps.forEach(this::add);
  }

  private void add(PeriodStep step) {
    switch (step.type()) {
      case "PeriodClosed" -> {
        closed.addLast(step);
        pending = null;
      }
      case "PeriodReopened" -> {
        closed.removeLast();
        pending = null;
      }
      default -> pending = step;
    }
  }

  public String organisation() {
    return organisation;
  }

  /** What waits for a second person, whichever period it is about. */
  public Optional<PeriodStep> pending() {
    return Optional.ofNullable(pending);
  }

  /** What waits for a second person about this period. */
  public Optional<PeriodStep> pending(AccountingPeriod period) {
    return pending().filter(step -> step.period().equals(period.toString()));
  }

  /** What late entries meet now, if anything is closed. */
  public Optional<PeriodLock> lock() {
    PeriodStep last = closed.peekLast();
    return last == null
        ? Optional.empty()
        : Optional.ofNullable(PeriodLock.of(last.closedThrough(), last.lateEntries()));
  }

  /** The last closed period, the only one that can be reopened. */
  public Optional<AccountingPeriod> last() {
    return Optional.ofNullable(closed.peekLast()).map(step -> AccountingPeriod.of(step.period()));
  }

  /** What happened about this period, in order. */
  public List<PeriodStep> steps(AccountingPeriod period) {
    return steps.stream().filter(step -> step.period().equals(period.toString())).toList();
  }

  /** Where a period stands; a month is closed with the year that holds it, too. */
  public PeriodState state(AccountingPeriod period) {
    boolean waits = pending(period).isPresent();
    if (isClosed(period)) {
      return waits ? PeriodState.REOPENING : PeriodState.CLOSED;
    }
    return waits ? PeriodState.CLOSING : PeriodState.OPEN;
  }

  private boolean isClosed(AccountingPeriod period) {
    boolean itself = closed.stream().anyMatch(step -> step.period().equals(period.toString()));
    return itself
        || (!period.isYear()
            && lock().map(lock -> !period.last().isAfter(lock.closedThrough())).orElse(false));
  }

  /** The same from as far back as lists go. */
  public List<AccountingPeriod> periods(LocalDate today) {
    return periods(today.minusMonths(OPEN_MONTHS), today);
  }

  /**
   * The periods that somebody may want to look at, the latest first: the closed ones, those about
   * which something was done, and the open months up to this day.
   *
   * @param from the first month, if nothing is closed before it
   */
  public List<AccountingPeriod> periods(LocalDate from, LocalDate today) {
    List<AccountingPeriod> periods = new ArrayList<>();
    steps.stream().map(step -> AccountingPeriod.of(step.period())).distinct().forEach(periods::add);
    LocalDate first =
        lock().map(lock -> lock.closedThrough().plusDays(1)).orElse(from.withDayOfMonth(1));
    for (LocalDate month = first; !month.isAfter(today); month = month.plusMonths(1)) {
      AccountingPeriod period = AccountingPeriod.monthOf(month);
      if (!periods.contains(period)) {
        periods.add(period);
      }
    }
    periods.sort(
        (one, other) ->
            one.last().equals(other.last())
                ? Boolean.compare(other.isYear(), one.isYear())
                : other.last().compareTo(one.last()));
    return List.copyOf(periods);
  }
}
