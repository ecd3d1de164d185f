package org.aidledger.core.period;

import java.time.LocalDate;
import java.util.Map;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.jspecify.annotations.Nullable;

/**
 * What a fund knows of the closed periods of its organisation: everything up to a day is closed.
 * One day is enough, since periods are closed one after the other and reopened from the last.
 *
 * @param closedThrough the last day of the last closed period
 */
public record PeriodLock(LocalDate closedThrough, LateEntries lateEntries) {

  /** As the events of a fund say it: both are absent when nothing is closed. */
  public static @Nullable PeriodLock of(
      @Nullable LocalDate closedThrough, @Nullable String lateEntries) {
    return closedThrough == null || lateEntries == null
        ? null
        : new PeriodLock(closedThrough, LateEntries.valueOf(lateEntries));
  }

  /**
   * Checks that an entry of this effective date may be recorded.
   *
   * @throws Refused naming both days, if its period is closed and late entries are refused
   */
  public void requireOpen(LocalDate effectiveOn) {
    if (lateEntries == LateEntries.REFUSED && covers(effectiveOn)) {
      throw new Refused(
          RuleCode.PERIOD_CLOSED,
          Map.of("effectiveOn", effectiveOn.toString(), "closedThrough", closedThrough.toString()));
    }
  }

  private boolean covers(LocalDate effectiveOn) {
    return !effectiveOn.isAfter(closedThrough);
  }

  /**
   * The month that an entry is booked in 入账期间: that of its effective date, or the first open one
   * where that was closed before the entry was recorded.
   *
   * @param lock what was closed when the entry was recorded, null if nothing was
   */
  public static AccountingPeriod postingPeriod(@Nullable PeriodLock lock, LocalDate effectiveOn) {
    return AccountingPeriod.monthOf(
        lock == null || !lock.covers(effectiveOn) ? effectiveOn : lock.closedThrough().plusDays(1));
  }
}
