package org.aidledger.core.refusal;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.People.*;
import static org.aidledger.core.fixture.PeriodOrders.*;
import static org.aidledger.core.refusal.RuleCode.*;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.core.closing.command.ProposeClosing;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.LateEntries;
import org.aidledger.core.period.OpenItem;

/** The rules about accounting periods, broken alone and two at once. */
final class PeriodCases {

  private static final ProposeClosing WHILE_AN_IMPORT_RUNS =
      new ProposeClosing(
          UNION,
          AccountingPeriod.of("2026-05"),
          "C1",
          LateEntries.REFUSED,
          Map.of(OpenItem.RUNNING_IMPORTS, "1"),
          Set.of(OpenItem.RUNNING_IMPORTS),
          IN_JUNE,
          FINANCE);

  private PeriodCases() {}

  static Stream<Case> all() {
    return Stream.of(
        new Case(
            PERIOD_STATE,
            "a closed period is not closed again",
            PeriodCases::closed,
            FINANCE,
            closing("2026-05", FINANCE)),
        new Case(
            PERIOD_OUT_OF_ORDER,
            "the month after the next is not closed",
            PeriodCases::closed,
            FINANCE,
            closing("C2", "2026-07", LateEntries.REFUSED, IN_JUNE.plusYears(1), FINANCE)),
        new Case(
            PERIOD_NOT_OVER,
            "a month is not closed on its last day",
            Givens::fund,
            FINANCE,
            closing(
                "C1",
                "2026-05",
                LateEntries.REFUSED,
                IN_JUNE.withDayOfMonth(1).minusDays(1),
                FINANCE)),
        new Case(
            PERIOD_NOT_READY,
            "nothing is closed while an import runs",
            Givens::fund,
            FINANCE,
            WHILE_AN_IMPORT_RUNS),
        new Case(
            PERIOD_CLOSED,
            "an entry of a closed period is refused",
            PeriodCases::closed,
            FINANCE,
            income(AID, "I1", yuan("1.00"))));
  }

  static Stream<BothBroken> pairs() {
    return Stream.of(
        PrecedenceCases.both(
            PERIOD_OUT_OF_ORDER,
            PERIOD_NOT_OVER,
            "a later month that is not over",
            PeriodCases::closed,
            FINANCE,
            closing("2026-07", FINANCE)),
        PrecedenceCases.both(
            FUND_FROZEN,
            PERIOD_CLOSED,
            "an entry of a closed period in a frozen fund",
            l -> closed(l).given(FINANCE, freeze(AID)),
            FINANCE,
            income(AID, "I1", yuan("1.00"))),
        PrecedenceCases.both(
            PERIOD_CLOSED,
            INSUFFICIENT_FUNDS,
            "an expense of a closed period above what there is",
            PeriodCases::closed,
            FINANCE,
            expense(AID, "E1", yuan("100.01"))),
        PrecedenceCases.both(
            SELF_CORRECTION,
            PERIOD_CLOSED,
            "the recorder reverses a donation of a closed period",
            PeriodCases::closed,
            FINANCE,
            reverse("D1", FINANCE)));
  }

  private static LedgerFixture closed(LedgerFixture ledger) {
    return Givens.fund(ledger)
        .given(FINANCE, closing("2026-05", FINANCE))
        .given(FINANCE2, confirm("2026-05", FINANCE2, AID));
  }
}
