package org.aidledger.core.contract;

import static org.aidledger.core.contract.Samples.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.core.fund.event.PeriodLocked;
import org.aidledger.core.fund.event.PeriodUnlocked;
import org.aidledger.core.period.event.FundListed;
import org.aidledger.core.period.event.PeriodClosed;
import org.aidledger.core.period.event.PeriodClosingProposed;
import org.aidledger.core.period.event.PeriodReopened;
import org.aidledger.core.period.event.PeriodReopeningProposed;

/** Events of accounting periods. */
final class PeriodSamples {

  private static final String UNION = "某市总工会";
  private static final String MAY = "2026-05";
  private static final LocalDate END_OF_APRIL = LocalDate.of(2026, 4, 30);
  private static final LocalDate END_OF_MAY = LocalDate.of(2026, 5, 31);

  private PeriodSamples() {}

  static List<Object> all() {
    return List.of(
        new PeriodClosingProposed(
            UNION, MAY, "closing-1", "NEXT_PERIOD", Map.of("PENDING_PAYOUTS", "3"), FINANCE),
        new PeriodClosed(UNION, MAY, "closing-1", END_OF_MAY, "NEXT_PERIOD", 12, APPROVER, null),
        new PeriodReopeningProposed(UNION, MAY, "reopening-1", sealed(), FINANCE),
        new PeriodReopened(UNION, MAY, "reopening-1", END_OF_APRIL, 12, APPROVER),
        new FundListed(UNION, FUND),
        new PeriodLocked(FUND, MAY, END_OF_MAY, "NEXT_PERIOD"),
        new PeriodUnlocked(FUND, MAY, END_OF_APRIL, "REFUSED"));
  }
}
