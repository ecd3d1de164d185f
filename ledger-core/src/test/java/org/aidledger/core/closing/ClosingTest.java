package org.aidledger.core.closing;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;
import static org.aidledger.core.fixture.PeriodOrders.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.core.closing.command.ConfirmPeriod;
import org.aidledger.core.closing.command.ProposeClosing;
import org.aidledger.core.donation.LineOutcome;
import org.aidledger.core.donation.command.DonationLine;
import org.aidledger.core.donation.command.RecordDonations;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fixture.LockOrder;
import org.aidledger.core.fixture.Then;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.event.DonationsPosted;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.fund.event.PeriodLocked;
import org.aidledger.core.fund.event.PeriodUnlocked;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.LateEntries;
import org.aidledger.core.period.OpenItem;
import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.core.period.event.FundListed;
import org.aidledger.core.period.event.PeriodClosed;
import org.aidledger.core.period.event.PeriodClosingProposed;
import org.aidledger.core.period.event.PeriodReopened;
import org.aidledger.core.period.event.PeriodReopeningProposed;
import org.aidledger.core.refusal.RuleCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two people close a period, and two reopen it; what lies in it is refused or booked later. */
class ClosingTest {

  private static final LocalDate LAST_OF_MAY = LocalDate.of(2026, 5, 31);
  private static final LocalDate LAST_OF_APRIL = LocalDate.of(2026, 4, 30);
  private static final String AID_ID = AID.toString();

  private final LedgerFixture ledger =
      new LedgerFixture()
          .given(FINANCE, open(AID), open(RELIEF))
          .given(FINANCE, record(AID, line("D1", "100.00")));

  @Nested
  class Closing {

    @Test
    void onePersonClosesAndNothingIsLockedYet() {
      ledger
          .when(FINANCE, closing("2026-05", FINANCE))
          .thenEvents(
              new PeriodClosingProposed(
                  UNION, "2026-05", "close 2026-05", "REFUSED", Map.of(), FINANCE.toString()));
      ledger.when(FINANCE, record(AID, line("D2", "1.00"))).event(DonationsPosted.class);
    }

    @Test
    void anotherConfirmsAndEveryFundIsLockedInTheSameAppend() {
      Then then =
          ledger
              .given(FINANCE, closing("2026-05", FINANCE))
              .when(FINANCE2, confirm("2026-05", FINANCE2, RELIEF, AID));
      String first = AID.value().compareTo(RELIEF.value()) < 0 ? AID_ID : RELIEF.toString();
      String second = first.equals(AID_ID) ? RELIEF.toString() : AID_ID;
      then.thenEvents(
          new PeriodClosed(
              UNION,
              "2026-05",
              "close 2026-05",
              LAST_OF_MAY,
              "REFUSED",
              2,
              FINANCE2.toString(),
              null),
          new PeriodLocked(first, "2026-05", LAST_OF_MAY, "REFUSED"),
          new PeriodLocked(second, "2026-05", LAST_OF_MAY, "REFUSED"));
      LockOrder.requireKept(then.locked());
    }

    @Test
    void whatTheStatementsHashToGoesOnRecord() {
      ClosingStatements statements =
          new ClosingStatements(1, "book", 7, "root", Map.of("DONATIONS", "00"), "Asia/Urumqi");
      ledger.closingWith((_, _) -> Optional.of(statements));
      PeriodClosed closed =
          ledger
              .given(FINANCE, closing("2026-05", FINANCE))
              .when(FINANCE2, confirm("2026-05", FINANCE2, RELIEF, AID))
              .event(PeriodClosed.class);
      assertThat(closed.statements()).isEqualTo(statements);
    }

    @Test
    void whoClosedDoesNotConfirm() {
      ledger
          .given(FINANCE, closing("2026-05", FINANCE))
          .when(FINANCE, confirm("2026-05", FINANCE, AID))
          .thenRefused(RuleCode.SELF_CONFIRMATION);
    }

    @Test
    void whatNobodyClosedIsNotConfirmed() {
      ledger
          .when(FINANCE2, confirm("2026-05", FINANCE2, AID))
          .thenRefused(RuleCode.CHANGE_NOT_PENDING);
    }

    @Test
    void aProposalThatWasReplacedIsNotConfirmed() {
      ConfirmPeriod seenBefore =
          new ConfirmPeriod(
              UNION, AccountingPeriod.of("2026-05"), "C1", Set.of(), List.of(AID), FINANCE2);
      ledger
          .given(FINANCE, closing("C1", "2026-05", LateEntries.REFUSED, IN_JUNE, FINANCE))
          .given(FINANCE, closing("C2", "2026-05", LateEntries.NEXT_PERIOD, IN_JUNE, FINANCE))
          .when(FINANCE2, seenBefore)
          .thenRefused(RuleCode.CHANGE_NOT_PENDING);
    }

    @Test
    void sentTwiceItHappensOnce() {
      ledger
          .given(FINANCE, closing("C1", "2026-05", LateEntries.REFUSED, IN_JUNE, FINANCE))
          .when(FINANCE, closing("C2", "2026-05", LateEntries.REFUSED, IN_JUNE, FINANCE))
          .thenNothing();
      ledger
          .given(FINANCE2, confirm("2026-05", FINANCE2, AID))
          .when(FINANCE2, confirm("2026-05", FINANCE2, AID))
          .thenNothing();
    }

    @Test
    void whatIsOpenIsAcknowledgedAndKept() {
      Map<OpenItem, String> open = Map.of(OpenItem.PENDING_PAYOUTS, "3");
      ledger
          .when(FINANCE, withOpen(open, Set.of()))
          .thenRefused(RuleCode.PERIOD_NOT_READY, Map.of("open", "PENDING_PAYOUTS"));
      PeriodClosingProposed proposed =
          ledger
              .when(FINANCE, withOpen(open, Set.of(OpenItem.PENDING_PAYOUTS)))
              .event(PeriodClosingProposed.class);
      assertThat(proposed.openItems()).isEqualTo(Map.of("PENDING_PAYOUTS", "3"));
    }

    @Test
    void whatOpenedSinceStopsTheSecondPerson() {
      Set<OpenItem> now = Set.of(OpenItem.PENDING_PAYOUTS, OpenItem.FAILED_IMPORTS);
      Map<OpenItem, String> then = Map.of(OpenItem.PENDING_PAYOUTS, "3");
      ledger
          .given(FINANCE, withOpen(then, then.keySet()))
          .when(
              FINANCE2,
              new ConfirmPeriod(
                  UNION, AccountingPeriod.of("2026-05"), null, now, List.of(AID), FINANCE2))
          .thenRefused(RuleCode.PERIOD_NOT_READY, Map.of("open", "FAILED_IMPORTS"));
    }

    @Test
    void fundsOfOthersAreNotLocked() {
      FundId theirs = FundId.of(OTHER_UNION, "AID");
      ledger
          .given(FINANCE, openOf(OTHER_UNION, theirs, "AID", CNY, null))
          .given(FINANCE, closing("2026-05", FINANCE))
          .when(FINANCE2, confirm("2026-05", FINANCE2, AID, theirs))
          .thenRefused(RuleCode.ORGANISATION_MISMATCH);
    }

    @Test
    void aYearFollowsItsDecemberOrTheYearBefore() {
      LocalDate later = LocalDate.of(2028, 1, 2);
      close("2025-12").given(FINANCE, closing("2025", FINANCE));
      ledger.given(FINANCE2, confirm("2025", FINANCE2, AID));
      ledger
          .given(FINANCE, closing("C1", "2026", LateEntries.REFUSED, later, FINANCE))
          .given(FINANCE2, confirm("2026", FINANCE2, AID))
          .given(FINANCE, closing("C2", "2027-01", LateEntries.REFUSED, later, FINANCE))
          .given(FINANCE2, confirm("2027-01", FINANCE2, AID))
          .when(FINANCE, closing("C3", "2027", LateEntries.REFUSED, later, FINANCE))
          .thenRefused(RuleCode.PERIOD_OUT_OF_ORDER, Map.of("next", "2027-02"));
    }

    private ProposeClosing withOpen(Map<OpenItem, String> open, Set<OpenItem> acknowledged) {
      return new ProposeClosing(
          UNION,
          AccountingPeriod.of("2026-05"),
          "C1",
          LateEntries.REFUSED,
          open,
          acknowledged,
          IN_JUNE,
          FINANCE);
    }
  }

  @Nested
  class WhenMayIsClosed {

    @Test
    void aLineOfMayIsRefusedAndTheOthersOfItsBatchAreNot() {
      List<?> outcomes =
          close("2026-05")
              .when(FINANCE, record(AID, on("D2", DAY), on("D3", IN_JUNE)))
              .answer(List.class);
      assertThat(outcomes.getFirst())
          .isEqualTo(
              new LineOutcome.RefusedLine(
                  RuleCode.PERIOD_CLOSED,
                  Map.of("effectiveOn", "2026-05-06", "closedThrough", "2026-05-31")));
      assertThat(outcomes.getLast()).isInstanceOf(LineOutcome.Recorded.class);
    }

    @Test
    void whatWasThereBeforeIsAnsweredAsBefore() {
      close("2026-05").when(FINANCE, record(AID, line("D1", "100.00"))).thenNothing();
      List<?> outcomes =
          ledger
              .when(FINANCE, new RecordDonations(AID, List.of(line("D1", "100.00")), false))
              .answer(List.class);
      assertThat(outcomes.getFirst()).isInstanceOf(LineOutcome.Known.class);
    }

    @Test
    void everyOtherWayIntoMayIsRefusedToo() {
      close("2026-05");
      refused(expense(AID, "E1", yuan("1.00")));
      refused(opening(AID, yuan("1.00")));
      refused(transfer(AID, RELIEF, "T1", yuan("1.00")));
      ledger.when(FINANCE2, correct("D1", "50.00", FINANCE2)).thenRefused(RuleCode.PERIOD_CLOSED);
      ledger.when(FINANCE2, reverse("D1", FINANCE2)).thenRefused(RuleCode.PERIOD_CLOSED);
      ledger
          .given(FINANCE, request(AID, aid("P1", "1.00"), FINANCE))
          .when(APPROVER, approve("P1", APPROVER))
          .thenRefused(RuleCode.PERIOD_CLOSED);
    }

    @Test
    void lateEntriesAreTakenWhereTheOrganisationChoseSo() {
      ledger
          .given(FINANCE, closing("2026-05", LateEntries.NEXT_PERIOD, FINANCE))
          .given(FINANCE2, confirm("2026-05", FINANCE2, AID, RELIEF))
          .given(FINANCE, record(AID, line("D2", "1.00")), expense(AID, "E1", yuan("1.00")))
          .given(FINANCE2, correct("D1", "50.00", FINANCE2));
    }

    @Test
    void aFundThatIsOpenedNowBeginsLocked() {
      FundId third = FundId.of(UNION, "THIRD");
      close("2026-05")
          .when(FINANCE, open(third, "THIRD", CNY, null))
          .thenTypes(FundOpened.class, FundListed.class, PeriodLocked.class);
      ledger.when(FINANCE, income(third, "I1", yuan("1.00"))).thenRefused(RuleCode.PERIOD_CLOSED);
    }

    @Test
    void aFundThatWasOpenedBeforeTheConfirmationIsLockedThoughNobodyNamesIt() {
      FundId third = FundId.of(UNION, "THIRD");
      ledger
          .given(FINANCE, closing("2026-05", FINANCE))
          .given(FINANCE, open(third, "THIRD", CNY, null))
          .given(FINANCE2, confirm("2026-05", FINANCE2, AID, RELIEF))
          .when(FINANCE, income(third, "I1", yuan("1.00")))
          .thenRefused(RuleCode.PERIOD_CLOSED);
    }

    private void refused(Object order) {
      ledger.when(FINANCE, order).thenRefused(RuleCode.PERIOD_CLOSED);
    }
  }

  @Nested
  class Reopening {

    @Test
    void twoPeopleReopenTheLastPeriodAndTheOneBeforeStaysClosed() {
      close("2026-04");
      close("2026-05")
          .when(FINANCE, reopening("2026-05", FINANCE))
          .thenEvents(
              new PeriodReopeningProposed(
                  UNION,
                  "2026-05",
                  "reopen 2026-05",
                  sealed("a slip was found"),
                  FINANCE.toString()));
      ledger
          .when(FINANCE2, confirm("2026-05", FINANCE2, AID))
          .thenEvents(
              new PeriodReopened(
                  UNION, "2026-05", "reopen 2026-05", LAST_OF_APRIL, 1, FINANCE2.toString()),
              new PeriodUnlocked(AID_ID, "2026-05", LAST_OF_APRIL, "REFUSED"));
      ledger.given(FINANCE, record(AID, on("D2", DAY)));
      ledger
          .when(FINANCE, expense(AID, "E1", yuan("1.00"), LAST_OF_APRIL))
          .thenRefused(RuleCode.PERIOD_CLOSED);
    }

    @Test
    void whoAskedDoesNotConfirm() {
      close("2026-05")
          .given(FINANCE, reopening("2026-05", FINANCE))
          .when(FINANCE, confirm("2026-05", FINANCE, AID))
          .thenRefused(RuleCode.SELF_CONFIRMATION);
    }

    @Test
    void onlyTheLastPeriodIsReopened() {
      close("2026-04");
      close("2026-05")
          .when(FINANCE, reopening("2026-04", FINANCE))
          .thenRefused(RuleCode.PERIOD_OUT_OF_ORDER, Map.of("next", "2026-05"));
    }

    @Test
    void whatIsNotClosedIsNotReopened() {
      ledger
          .when(FINANCE, reopening("2026-05", FINANCE))
          .thenRefused(RuleCode.PERIOD_STATE, Map.of("state", "OPEN"));
      close("2026-04")
          .when(FINANCE, reopening("2026-05", FINANCE))
          .thenRefused(RuleCode.PERIOD_STATE, Map.of("state", "OPEN"));
    }

    @Test
    void whereNothingStaysClosedTheFundsAreFree() {
      close("2026-05")
          .given(FINANCE, reopening("2026-05", FINANCE))
          .given(FINANCE2, confirm("2026-05", FINANCE2, AID, RELIEF))
          .given(FINANCE, record(AID, on("D2", LocalDate.of(2020, 1, 1))));
    }
  }

  private LedgerFixture close(String period) {
    return ledger
        .given(FINANCE, closing(period, FINANCE))
        .given(FINANCE2, confirm(period, FINANCE2, AID, RELIEF));
  }

  private static DonationLine on(String reference, LocalDate day) {
    DonationLine line = line(reference, "1.00");
    return new DonationLine(
        line.source(),
        reference,
        line.donor(),
        line.amount(),
        day,
        line.channel(),
        null,
        line.recordedBy());
  }
}
