package org.aidledger.core.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.jspecify.annotations.Nullable;

/** The periods that were closed one after the other; only the last can be reopened. */
record ClosedPeriods(List<ClosedPeriod> list) {

  static final ClosedPeriods NONE = new ClosedPeriods(List.of());

  /** One of them, with the rule that its closing put into force. */
  record ClosedPeriod(AccountingPeriod period, LateEntries lateEntries) {}

  ClosedPeriods {
    list = List.copyOf(list);
  }

  /** What the funds are locked by; null if nothing is closed. */
  @Nullable PeriodLock lock() {
    if (list.isEmpty()) {
      return null;
    }
    ClosedPeriod last = list.getLast();
    return new PeriodLock(last.period().last(), last.lateEntries());
  }

  ClosedPeriods with(AccountingPeriod period, LateEntries lateEntries) {
    List<ClosedPeriod> more = new ArrayList<>(list);
    more.add(new ClosedPeriod(period, lateEntries));
    return new ClosedPeriods(more);
  }

  ClosedPeriods withoutLast() {
    return new ClosedPeriods(list.subList(0, list.size() - 1));
  }

  /**
   * Checks that the period is the next one, and over. The first may be any, since books begin in
   * the middle of a year; what lies before it is closed with it. A year follows its December.
   */
  void requireClosable(AccountingPeriod period, LocalDate today) {
    if (has(period)) {
      throw new Refused(RuleCode.PERIOD_STATE, Map.of("state", "CLOSED"));
    }
    PeriodLock lock = lock();
    if (lock != null && !follows(period, lock.closedThrough())) {
      String next = AccountingPeriod.monthOf(lock.closedThrough().plusDays(1)).toString();
      throw new Refused(RuleCode.PERIOD_OUT_OF_ORDER, Map.of("next", next));
    }
    if (!today.isAfter(period.last())) {
      throw new Refused(RuleCode.PERIOD_NOT_OVER, Map.of("last", period.last().toString()));
    }
  }

  private static boolean follows(AccountingPeriod period, LocalDate closedThrough) {
    return period.first().equals(closedThrough.plusDays(1))
        || (period.isYear() && period.last().equals(closedThrough));
  }

  void requireReopenable(AccountingPeriod period) {
    if (!has(period)) {
      throw new Refused(RuleCode.PERIOD_STATE, Map.of("state", "OPEN"));
    }
    AccountingPeriod last = list.getLast().period();
    if (!last.equals(period)) {
      throw new Refused(RuleCode.PERIOD_OUT_OF_ORDER, Map.of("next", last.toString()));
    }
  }

  private boolean has(AccountingPeriod period) {
    return list.stream().anyMatch(closed -> closed.period().equals(period));
  }
}
