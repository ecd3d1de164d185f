package org.aidledger.core.fund;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Map;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.fixture.FundFigures;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fund.event.EntriesPosted;
import org.aidledger.core.fund.event.FundClosed;
import org.aidledger.core.fund.event.FundFrozen;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.fund.event.FundUnfrozen;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.stream.FirstRecording;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A fund from its opening to its closing. */
class FundTest {

  private final LedgerFixture ledger = new LedgerFixture();

  @Nested
  class Opening {

    @Test
    void openingAFundPutsItsTermsOnRecord() {
      ledger
          .when(FINANCE, openWithThreshold(AID, "5000.00"))
          .thenEvents(
              new FundOpened(
                  AID.toString(), UNION, "AID", "Name", "Purpose", "CNY", "OWN_INCOME", 500_000L));
    }

    @Test
    void theSameCodeIsTheSameFundSoASecondOpeningIsAnsweredByTheFirst() {
      ledger.given(FINANCE, open(AID));
      Object first = ledger.stored().getFirst().event();
      assertThat(ledger.when(FINANCE2, open(AID)).thenNothing().answer(Begun.class))
          .isEqualTo(new Begun.Known(new FirstRecording(first, 0)));
    }

    @Test
    void theSameCodeInAnotherOrganisationIsAnotherFund() {
      FundId theirs = FundId.of(OTHER_UNION, "AID");
      ledger.given(FINANCE, open(AID));
      ledger
          .when(FINANCE, openOf(OTHER_UNION, theirs, "AID", CNY, null))
          .thenTypes(FundOpened.class);
    }

    @Test
    void theThresholdIsInTheCurrencyOfTheFund() {
      ledger
          .when(FINANCE, open(AID, "AID", Currency.getInstance("JPY"), yuan("1.00")))
          .thenRefused(RuleCode.CURRENCY_MISMATCH, Map.of("fund", "JPY", "given", "CNY"));
    }
  }

  @Nested
  class Freezing {

    @Test
    void anOpenFundIsFrozenAndUnfrozen() {
      ledger.given(FINANCE, open(AID));
      ledger
          .when(FINANCE, freeze(AID))
          .thenEvents(new FundFrozen(AID.toString(), sealed("reason")));
      ledger
          .when(FINANCE, unfreeze(AID))
          .thenEvents(new FundUnfrozen(AID.toString(), sealed("reason")));
    }

    @Test
    void aFrozenFundIsNotFrozenAgain() {
      ledger.given(FINANCE, open(AID), freeze(AID));
      ledger.when(FINANCE, freeze(AID)).thenRefused(RuleCode.FUND_STATE, Map.of("state", "FROZEN"));
    }

    @Test
    void anOpenFundIsNotUnfrozen() {
      ledger.given(FINANCE, open(AID));
      ledger.when(FINANCE, unfreeze(AID)).thenRefused(RuleCode.FUND_STATE, Map.of("state", "OPEN"));
    }

    @Test
    void aClosedFundIsNeitherFrozenNorUnfrozen() {
      ledger.given(FINANCE, open(AID), close(AID, null));
      ledger.when(FINANCE, freeze(AID)).thenRefused(RuleCode.FUND_CLOSED);
      ledger.when(FINANCE, unfreeze(AID)).thenRefused(RuleCode.FUND_CLOSED);
    }

    @Test
    void aFrozenFundStillTakesBackAndGivesUpWhatItReserved() {
      ledger
          .given(FINANCE, open(AID), record(AID, line("D1", "10.00")))
          .given(FINANCE, request(AID, aid("P1", "4.00"), FINANCE))
          .given(APPROVER, approve("P1", APPROVER))
          .given(CASHIER, pay("P1", CASHIER))
          .given(FINANCE, freeze(AID))
          .given(CASHIER, takeBack("P1", CASHIER), cancel("P1", CASHIER));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(1000, 0, 5));
    }
  }

  @Nested
  class Closing {

    @Test
    void anEmptyFundIsClosed() {
      ledger.given(FINANCE, open(AID));
      ledger
          .when(FINANCE, close(AID, null))
          .thenEvents(new FundClosed(AID.toString(), sealed("reason"), null));
    }

    @Test
    void aFundWithMoneyIsNotClosedWithoutASuccessor() {
      ledger.given(FINANCE, open(AID), record(AID, line("D1", "10.00")));
      ledger
          .when(FINANCE, close(AID, null))
          .thenRefused(RuleCode.FUND_NOT_EMPTY, Map.of("available", "10.00", "reserved", "0.00"));
    }

    @Test
    void theRestMovesToTheSuccessorInTheSameAppend() {
      ledger.given(FINANCE, open(AID), open(RELIEF), record(AID, line("D1", "10.00")));
      var then = ledger.when(FINANCE, close(AID, RELIEF));
      then.thenTypes(
          EntriesPosted.class, EntriesPosted.class, FundsTransferred.class, FundClosed.class);
      assertThat(then.event(FundsTransferred.class).amount()).isEqualTo(1000);
      assertThat(then.event(FundClosed.class).successorFundId()).isEqualTo(RELIEF.toString());
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(0, 0, 2));
      assertThat(ledger.figures(RELIEF)).isEqualTo(new FundFigures(1000, 0, 1));
    }

    @Test
    void withNothingLeftTheSuccessorIsOnlyNamed() {
      ledger.given(FINANCE, open(AID), open(RELIEF));
      ledger
          .when(FINANCE, close(AID, RELIEF))
          .thenEvents(new FundClosed(AID.toString(), sealed("reason"), RELIEF.toString()));
    }

    @Test
    void reservedMoneyKeepsAFundOpenEvenWithASuccessor() {
      ledger
          .given(FINANCE, open(AID), open(RELIEF), record(AID, line("D1", "10.00")))
          .given(FINANCE, request(AID, aid("P1", "10.00"), FINANCE))
          .given(APPROVER, approve("P1", APPROVER));
      ledger
          .when(FINANCE, close(AID, RELIEF))
          .thenRefused(RuleCode.FUND_NOT_EMPTY, Map.of("available", "0.00", "reserved", "10.00"));
      ledger.given(FINANCE, record(AID, line("D2", "5.00")));
      ledger
          .when(FINANCE, close(AID, RELIEF))
          .thenRefused(RuleCode.FUND_NOT_EMPTY, Map.of("available", "5.00", "reserved", "10.00"));
    }

    @Test
    void noTransferCanTakeTheReferenceOfAClosing() {
      ledger.given(FINANCE, open(AID), open(RELIEF), record(AID, line("D1", "10.00")));
      ledger.given(FINANCE, transfer(AID, RELIEF, "closure-" + AID, yuan("1.00")));
      assertThat(ledger.when(FINANCE, close(AID, RELIEF)).events(FundClosed.class)).hasSize(1);
    }

    @Test
    void aFundDoesNotSucceedItself() {
      ledger.given(FINANCE, open(AID));
      ledger.when(FINANCE, close(AID, AID)).thenRefused(RuleCode.SAME_FUND);
    }

    @Test
    void aFrozenFundIsUnfrozenBeforeItIsClosed() {
      ledger.given(FINANCE, open(AID), freeze(AID));
      ledger.when(FINANCE, close(AID, null)).thenRefused(RuleCode.FUND_FROZEN);
    }

    @Test
    void aClosedFundIsNotClosedAgain() {
      ledger.given(FINANCE, open(AID), close(AID, null));
      ledger.when(FINANCE, close(AID, null)).thenRefused(RuleCode.FUND_CLOSED);
    }

    @Test
    void moneyThatTheBankReturnsAfterTheCloseIsPaidAgain() {
      closedWithAPayment();
      ledger.given(CASHIER, takeBack("P1", CASHIER, 1));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(0, 1000, 4));
      ledger.given(CASHIER, pay("P1", CASHIER, "bank-2"));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(0, 0, 5));
    }

    @Test
    void orItGoesToTheSuccessorOnceThePayoutIsCancelled() {
      closedWithAPayment();
      ledger
          .given(CASHIER, takeBack("P1", CASHIER, 1))
          .given(FINANCE, cancel("P1", FINANCE), transfer(AID, RELIEF, "T1", yuan("10.00")));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(0, 0, 6));
      assertThat(ledger.figures(RELIEF).available()).isEqualTo(1000);
    }

    private void closedWithAPayment() {
      ledger
          .given(FINANCE, open(AID), open(RELIEF), record(AID, line("D1", "10.00")))
          .given(FINANCE, request(AID, aid("P1", "10.00"), FINANCE))
          .given(APPROVER, approve("P1", APPROVER))
          .given(CASHIER, pay("P1", CASHIER))
          .given(FINANCE, close(AID, RELIEF));
    }

    @Test
    void nothingIsRecordedInAClosedFund() {
      ledger.given(FINANCE, open(AID), close(AID, null));
      Money one = yuan("1.00");
      ledger.when(FINANCE, income(AID, "I1", one)).thenRefused(RuleCode.FUND_CLOSED);
      ledger.when(FINANCE, expense(AID, "E1", one)).thenRefused(RuleCode.FUND_CLOSED);
      ledger.when(FINANCE, opening(AID, one)).thenRefused(RuleCode.FUND_CLOSED);
      ledger
          .when(FINANCE, request(AID, aid("P1", "1.00"), FINANCE))
          .thenRefused(RuleCode.FUND_CLOSED);
    }
  }
}
