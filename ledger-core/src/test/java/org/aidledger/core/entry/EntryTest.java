package org.aidledger.core.entry;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.aid;
import static org.aidledger.core.fixture.PayoutOrders.approve;
import static org.aidledger.core.fixture.PayoutOrders.request;
import static org.aidledger.core.fixture.People.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.ExpenseRecorded;
import org.aidledger.core.entry.event.IncomeRecorded;
import org.aidledger.core.entry.event.OpeningBalanceSet;
import org.aidledger.core.fixture.FundFigures;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fixture.Totals;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.fund.event.EntriesPosted;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Begun;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Opening balance, other income and other expense. */
class EntryTest {

  private final LedgerFixture ledger = new LedgerFixture().given(FINANCE, open(AID));

  @Nested
  class OpeningBalance {

    @Test
    void theBookOfAFundBeginsWithItsOpeningBalance() {
      EntryId id = EntryId.openingOf(AID);
      ledger
          .when(FINANCE, opening(AID, yuan("500.00")))
          .thenEvents(
              Totals.posted(AID, Movement.OPENING, 1, 50_000, id),
              new OpeningBalanceSet(
                  id.toString(),
                  AID.toString(),
                  50_000,
                  "CNY",
                  DAY,
                  "book of 2025",
                  null,
                  null,
                  1));
    }

    @Test
    void aSecondOneIsAnsweredByTheFirst() {
      ledger.given(FINANCE, opening(AID, yuan("500.00")));
      var then = ledger.when(FINANCE2, opening(AID, yuan("600.00"))).thenNothing();
      assertThat(then.answer(Begun.Known.class).event())
          .isInstanceOfSatisfying(
              OpeningBalanceSet.class, e -> assertThat(e.amount()).isEqualTo(50_000));
    }

    @Test
    void itMayComeAfterOtherEntries() {
      ledger.given(FINANCE, record(AID, line("D1", "1.00")), opening(AID, yuan("500.00")));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(50_100, 0, 2));
    }
  }

  @Nested
  class Income {

    @Test
    void interestAddsToWhatIsAvailable() {
      EntryId id = EntryId.of(UNION, "BANK", "I1");
      ledger
          .when(FINANCE, income(AID, "I1", yuan("3.21")))
          .thenEvents(
              Totals.posted(AID, Movement.INCOME, 1, 321, id),
              new IncomeRecorded(
                  id.toString(),
                  AID.toString(),
                  "BANK_INTEREST",
                  "BANK",
                  "I1",
                  321,
                  "CNY",
                  DAY,
                  null,
                  null,
                  1));
    }

    @Test
    void aRetryIsAnsweredByTheFirstRecording() {
      ledger.given(FINANCE, income(AID, "I1", yuan("3.21")));
      var then = ledger.when(FINANCE, income(AID, "I1", yuan("3.21"))).thenNothing();
      assertThat(then.answer(Begun.Known.class).first().position()).isEqualTo(2);
    }

    @Test
    void oneBankSerialIsNotIncomeAndExpenseNorAGift() {
      ledger.given(FINANCE, record(AID, line("X1", "10.00")), income(AID, "X2", yuan("1.00")));
      for (String taken : new String[] {"X1", "X2"}) {
        ledger.when(FINANCE, expense(AID, taken, yuan("1.00"))).thenNothing();
        ledger.when(FINANCE, income(AID, taken, yuan("1.00"))).thenNothing();
      }
    }

    @Test
    void incomeIsInTheCurrencyOfTheFund() {
      ledger
          .when(FINANCE, income(AID, "I1", Money.of(5, "USD")))
          .thenRefused(RuleCode.CURRENCY_MISMATCH, Map.of("fund", "CNY", "given", "USD"));
    }

    @Test
    void theFiguresHaveAnEnd() {
      ledger.given(FINANCE, income(AID, "I1", Money.of(Long.MAX_VALUE, "CNY")));
      ledger
          .when(FINANCE, income(AID, "I2", yuan("0.01")))
          .thenRefused(RuleCode.FIGURE_TOO_LARGE, Map.of("available", "92233720368547758.07"));
    }
  }

  @Nested
  class Expense {

    @Test
    void aBankFeeIsTakenFromWhatIsAvailable() {
      EntryId id = EntryId.of(UNION, "BANK", "E1");
      ledger.given(FINANCE, record(AID, line("D1", "10.00")));
      ledger
          .when(FINANCE, expense(AID, "E1", yuan("10.00")))
          .thenEvents(
              Totals.posted(AID, Movement.EXPENSE, 2, 1000, id),
              new ExpenseRecorded(
                  id.toString(),
                  AID.toString(),
                  "BANK_FEE",
                  "BANK",
                  "E1",
                  1000,
                  "CNY",
                  DAY,
                  null,
                  null,
                  2));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(0, 0, 2));
    }

    @Test
    void reservedMoneyIsNotSpentOnFees() {
      ledger.given(FINANCE, record(AID, line("D1", "10.00")));
      ledger.given(FINANCE, request(AID, aid("P1", "9.00"), FINANCE));
      ledger.given(APPROVER, approve("P1", APPROVER));
      ledger
          .when(FINANCE, expense(AID, "E1", yuan("1.01")))
          .thenRefused(RuleCode.INSUFFICIENT_FUNDS, Map.of("available", "1.00", "needed", "1.01"));
      ledger
          .when(FINANCE, expense(AID, "E1", yuan("1.00")))
          .thenTypes(EntriesPosted.class, ExpenseRecorded.class);
    }
  }

  @Nested
  class Reversal {

    private final EntryId interest = EntryId.of(UNION, "BANK", "I1");

    @Test
    void anotherPersonTakesIncomeOutOfTheBook() {
      ledger.given(FINANCE, income(AID, "I1", yuan("3.21")));
      ledger
          .when(FINANCE2, reverseEntry("I1", FINANCE2))
          .thenEvents(
              Totals.posted(AID, Movement.INCOME, 2, -321, interest),
              new EntryReversed(
                  interest.toString(),
                  AID.toString(),
                  Movement.INCOME,
                  2,
                  321,
                  DAY,
                  sealed("reason")));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(0, 0, 2));
    }

    @Test
    void aReversedExpenseIsAvailableAgain() {
      ledger.given(FINANCE, record(AID, line("D1", "10.00")), expense(AID, "E1", yuan("4.00")));
      ledger.given(APPROVER, reverseEntry("E1", APPROVER));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(1000, 0, 3));
    }

    @Test
    void whatWasSpentCannotBeTakenBack() {
      ledger.given(FINANCE, income(AID, "I1", yuan("3.21")), expense(AID, "E1", yuan("0.01")));
      ledger
          .when(FINANCE2, reverseEntry("I1", FINANCE2))
          .thenRefused(RuleCode.INSUFFICIENT_FUNDS, Map.of("available", "3.20", "needed", "3.21"));
    }

    @Test
    void theRecorderDoesNotReverse() {
      ledger.given(FINANCE, income(AID, "I1", yuan("3.21")));
      ledger.when(FINANCE, reverseEntry("I1", FINANCE)).thenRefused(RuleCode.SELF_CORRECTION);
    }

    @Test
    void theSamePersonMayAskAgainAndNobodyElse() {
      ledger.given(FINANCE, income(AID, "I1", yuan("3.21")));
      ledger.given(FINANCE2, reverseEntry("I1", FINANCE2));
      ledger.when(FINANCE2, reverseEntry("I1", FINANCE2)).thenNothing();
      ledger.when(APPROVER, reverseEntry("I1", APPROVER)).thenRefused(RuleCode.ENTRY_REVERSED);
    }

    @Test
    void aReversedEntryStaysTheAnswerToItsReference() {
      ledger.given(FINANCE, income(AID, "I1", yuan("3.21")));
      ledger.given(FINANCE2, reverseEntry("I1", FINANCE2));
      ledger.when(FINANCE, income(AID, "I1", yuan("3.21"))).thenNothing();
    }

    @Test
    void afterAWrongOpeningBalanceComesTheRightOne() {
      ledger.given(FINANCE, opening(AID, yuan("500.00")));
      ledger.given(FINANCE2, reverseEntry(EntryId.openingOf(AID), FINANCE2));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(0, 0, 2));
      EntryId right = EntryId.openingOf(AID, 1);
      ledger
          .when(FINANCE, opening(AID, yuan("600.00")))
          .thenEvents(
              Totals.posted(AID, Movement.OPENING, 3, 60_000, right),
              new OpeningBalanceSet(
                  right.toString(),
                  AID.toString(),
                  60_000,
                  "CNY",
                  DAY,
                  "book of 2025",
                  null,
                  null,
                  3));
      ledger.when(FINANCE2, opening(AID, yuan("600.00"))).thenNothing();
      ledger.given(FINANCE2, reverseEntry(right, FINANCE2));
      assertThat(ledger.figures(AID).available()).isZero();
    }
  }
}
