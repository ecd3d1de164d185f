package org.aidledger.projections.period;

import static org.aidledger.projections.Book.FINANCE;
import static org.aidledger.projections.Book.FUND;
import static org.aidledger.projections.Book.id;
import static org.aidledger.projections.Book.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.aidledger.core.entry.event.IncomeRecorded;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.event.PeriodLocked;
import org.aidledger.core.fund.event.PeriodUnlocked;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.LateEntries;
import org.aidledger.core.period.PeriodLock;
import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.core.period.event.PeriodClosed;
import org.aidledger.core.period.event.PeriodClosingProposed;
import org.aidledger.core.period.event.PeriodReopened;
import org.aidledger.core.period.event.PeriodReopeningProposed;
import org.aidledger.projections.Book;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.junit.jupiter.api.Test;

/** Periods are found as the steps about them say, and entries with the month they are booked in. */
class PeriodQueriesTest {

  private static final ClosingStatements STATEMENTS =
      new ClosingStatements(
          1, "book", 7, "root", Map.of("DONATIONS", "0a", "PAYOUTS", "1b"), "Asia/Urumqi");

  private static final LocalDate LAST_OF_APRIL = LocalDate.of(2026, 4, 30);
  private static final LocalDate LAST_OF_MAY = LocalDate.of(2026, 5, 31);
  private static final AccountingPeriod APRIL = AccountingPeriod.of("2026-04");
  private static final AccountingPeriod MAY = AccountingPeriod.of("2026-05");
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 2);
  private static final String CALENDAR = id(90);

  private final Book book = Book.withFund();

  @Test
  void whereNothingWasClosedEveryMonthIsOpen() throws SQLException {
    PeriodCalendarView calendar = new PeriodQueries(book.applied()).of("o");
    assertThat(calendar.state(MAY)).isEqualTo(PeriodState.OPEN);
    assertThat(calendar.lock()).isEmpty();
    assertThat(calendar.last()).isEmpty();
    assertThat(calendar.periods(LocalDate.of(2026, 5, 9), TODAY))
        .extracting(AccountingPeriod::toString)
        .containsExactly("2026-07", "2026-06", "2026-05");
  }

  @Test
  void aPeriodGoesFromOpenToClosedAndBack() throws SQLException {
    close("2026-04", LAST_OF_APRIL);
    then(proposed("2026-05"));
    assertThat(states()).containsExactly(PeriodState.CLOSED, PeriodState.CLOSING);
    then(closed("2026-05", LAST_OF_MAY));
    assertThat(states()).containsExactly(PeriodState.CLOSED, PeriodState.CLOSED);
    then(new PeriodReopeningProposed("o", "2026-05", "R", sealed(5), FINANCE));
    assertThat(states()).containsExactly(PeriodState.CLOSED, PeriodState.REOPENING);
    then(new PeriodReopened("o", "2026-05", "R", LAST_OF_APRIL, 1, FINANCE));
    assertThat(states()).containsExactly(PeriodState.CLOSED, PeriodState.OPEN);

    PeriodCalendarView calendar = new PeriodQueries(book.applied()).of("o");
    assertThat(calendar.lock()).contains(new PeriodLock(LAST_OF_APRIL, LateEntries.NEXT_PERIOD));
    assertThat(calendar.last()).contains(APRIL);
    assertThat(calendar.steps(MAY))
        .extracting(PeriodStep::type)
        .containsExactly(
            "PeriodClosingProposed", "PeriodClosed", "PeriodReopeningProposed", "PeriodReopened");
    assertThat(calendar.steps(MAY).getFirst().openItems()).containsEntry("PENDING_PAYOUTS", "3");
    assertThat(calendar.steps(MAY).get(1).statements()).isEqualTo(STATEMENTS);
    assertThat(calendar.steps(MAY).getFirst().statements()).isNull();
    assertThat(calendar.steps(MAY).get(2).reason()).isEqualTo(sealed(5));
    assertThat(calendar.periods(TODAY, TODAY))
        .extracting(AccountingPeriod::toString)
        .containsExactly("2026-07", "2026-06", "2026-05", "2026-04");
  }

  @Test
  void aMonthOfAClosedYearIsClosedAndTheYearStandsAboveItsDecember() throws SQLException {
    close("2025-12", LocalDate.of(2025, 12, 31));
    PeriodCalendarView calendar = new PeriodQueries(book.applied()).of("o");
    AccountingPeriod year = AccountingPeriod.of("2025");
    assertThat(calendar.state(year)).isEqualTo(PeriodState.OPEN);
    then(proposed("2025"));
    then(closed("2025", LocalDate.of(2025, 12, 31)));
    calendar = new PeriodQueries(book.applied()).of("o");
    assertThat(calendar.state(year)).isEqualTo(PeriodState.CLOSED);
    assertThat(calendar.state(AccountingPeriod.of("2025-03"))).isEqualTo(PeriodState.CLOSED);
    assertThat(calendar.periods(TODAY, LocalDate.of(2026, 1, 5)))
        .extracting(AccountingPeriod::toString)
        .containsExactly("2026-01", "2025", "2025-12");
  }

  @Test
  void anEntryIsBookedInItsMonthOrInTheFirstOpenOne() throws SQLException {
    DataSource source =
        book.then("Entry", id(11), income(11, 1, LAST_OF_MAY))
            .then("Fund", FUND, new PeriodLocked(FUND, "2026-05", LAST_OF_MAY, "NEXT_PERIOD"))
            .then("Entry", id(12), income(12, 2, LAST_OF_MAY))
            .then("Entry", id(13), income(13, 3, LAST_OF_MAY.plusDays(40)))
            .then("Fund", FUND, new PeriodUnlocked(FUND, "2026-05", null, null))
            .then("Entry", id(14), income(14, 4, LAST_OF_MAY))
            .applied();
    List<TrailLine> lines =
        new TrailQueries(source).page(TrailFilter.fund(FUND), Order.OLDEST_FIRST, null, 10).items();
    assertThat(lines.stream().filter(line -> line.entryNumber() != null))
        .extracting(line -> String.valueOf(line.postingPeriod()))
        .containsExactly("2026-05", "2026-06", "2026-07", "2026-05");
    PeriodQueries periods = new PeriodQueries(source);
    assertThat(periods.lateEntries("o", LocalDate.of(2026, 6, 1))).isEqualTo(1);
    assertThat(periods.lateEntries("o", LocalDate.of(2026, 7, 1))).isZero();
    assertThat(periods.lateEntries("p", LocalDate.of(2026, 6, 1))).isZero();
  }

  @Test
  void fundsAndPendingPayoutsAreThoseOfTheOrganisation() throws SQLException {
    PeriodQueries periods =
        new PeriodQueries(
            book.then("Payout", id(21), requested(21))
                .then("Payout", id(22), requested(22))
                .then(
                    "Payout",
                    id(22),
                    new PayoutCancelled(id(22), FUND, 500, LAST_OF_MAY, sealed(1), null))
                .applied());
    assertThat(periods.organisations()).containsExactly("o");
    assertThat(periods.funds("o")).containsExactly(FundId.of(FUND));
    assertThat(periods.funds("p")).isEmpty();
    assertThat(periods.pendingPayouts("o")).isEqualTo(1);
    assertThat(periods.pendingPayouts("p")).isZero();
  }

  private List<PeriodState> states() throws SQLException {
    PeriodCalendarView calendar = new PeriodQueries(book.applied()).of("o");
    return List.of(calendar.state(APRIL), calendar.state(MAY));
  }

  private void close(String period, LocalDate through) {
    then(proposed(period));
    then(closed(period, through));
  }

  private void then(Object payload) {
    book.then("PeriodCalendar", CALENDAR, payload);
  }

  private static PeriodClosingProposed proposed(String period) {
    return new PeriodClosingProposed(
        "o", period, "C " + period, "NEXT_PERIOD", Map.of("PENDING_PAYOUTS", "3"), FINANCE);
  }

  private static PeriodClosed closed(String period, LocalDate through) {
    return new PeriodClosed(
        "o", period, "C " + period, through, "NEXT_PERIOD", 1, FINANCE, STATEMENTS);
  }

  private static IncomeRecorded income(int id, long number, LocalDate day) {
    return new IncomeRecorded(
        id(id), FUND, "BANK_INTEREST", "B", "r" + id, 100, "CNY", day, null, null, number);
  }

  private static PayoutRequested requested(int id) {
    return new PayoutRequested(
        id(id),
        FUND,
        "o",
        "P" + id,
        "AID",
        null,
        null,
        500,
        "CNY",
        new Payee(sealed(2), "digest", null),
        sealed(3),
        FINANCE);
  }
}
