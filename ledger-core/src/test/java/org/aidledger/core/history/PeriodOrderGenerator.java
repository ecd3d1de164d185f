package org.aidledger.core.history;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PeriodOrders.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.period.LateEntries;

/** Makes up orders about periods, and funds that are opened while periods are closed. */
final class PeriodOrderGenerator {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 3);
  private static final List<String> PERIODS =
      List.of("2026-03", "2026-04", "2026-05", "2026-05", "2026-06", "2025", "2026");

  private final Random random;
  private final List<FundId> named;
  private boolean begun;
  private final List<FundId> late = new ArrayList<>();
  private int proposals;
  private String last = PERIODS.getFirst();

  /** With the funds that are opened before any period is closed. */
  PeriodOrderGenerator(Random random, List<FundId> first) {
    this.random = random;
    this.named = new ArrayList<>(first);
  }

  private String any() {
    return PERIODS.get(random.nextInt(PERIODS.size()));
  }

  /** Mostly about the period that somebody wanted to close last, so that it comes to something. */
  Object next(AccountId actor) {
    int dice = random.nextInt(20);
    String period = random.nextInt(dice < 5 ? 1 : 5) == 0 ? any() : last;
    if (dice < 5) {
      last = period;
      // The year that is not over is refused and begins no calendar.
      begun |= !period.equals("2026");
      LateEntries late = random.nextInt(4) == 0 ? LateEntries.REFUSED : LateEntries.NEXT_PERIOD;
      return closing("S" + ++proposals, period, late, TODAY, actor);
    }
    if (dice < 9) {
      return reopening("S" + ++proposals, period, actor);
    }
    if (dice < 17) {
      return confirm(period, actor, named.toArray(FundId[]::new));
    }
    if (dice == 17 || late.isEmpty()) {
      String code = "LATE" + late.size();
      late.add(FundId.of(UNION, code));
      // What was opened before the calendar began is known to whoever confirms; the rest is not.
      if (!begun) {
        named.add(late.getLast());
      }
      return open(late.getLast(), code, CNY, null);
    }
    FundId fund = late.get(random.nextInt(late.size()));
    return income(fund, "late" + random.nextInt(1000), yuan("1.00"));
  }
}
