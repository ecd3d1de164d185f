package org.aidledger.core.payout;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fixture.FundFigures;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fixture.Totals;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.fund.event.EntriesPosted;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutReturned;
import org.aidledger.core.refusal.RuleCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An approved payout: paid by a third person, perhaps sent back by the bank. */
class PaymentTest {

  private static final String ID = payout("P1").toString();

  private final LedgerFixture ledger =
      new LedgerFixture()
          .given(FINANCE, open(AID), record(AID, line("D1", "100.00")))
          .given(FINANCE, request(AID, aid("P1", "30.00"), FINANCE))
          .given(APPROVER, approve("P1", APPROVER));

  @Nested
  class Paying {

    @Test
    void paymentSettlesTheReservation() {
      ledger
          .when(CASHIER, pay("P1", CASHIER))
          .thenEvents(
              posted(Movement.PAYMENT, 3),
              new PayoutPaid(
                  ID, AID.toString(), "AID", 3000, DAY, "bank-P1", CASHIER.toString(), 3));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(7_000, 0, 3));
    }

    @Test
    void neitherRequesterNorApproverPaysWhateverRolesTheyHold() {
      ledger.when(FINANCE, pay("P1", FINANCE)).thenRefused(RuleCode.PAYER_NOT_THIRD_PERSON);
      ledger.when(APPROVER, pay("P1", APPROVER)).thenRefused(RuleCode.PAYER_NOT_THIRD_PERSON);
    }

    @Test
    void aRetryIsAnsweredByTheFirstPayment() {
      ledger.given(CASHIER, pay("P1", CASHIER));
      ledger.when(CASHIER, pay("P1", CASHIER)).thenNothing();
      ledger.given(CASHIER, takeBack("P1", CASHIER));
      ledger.when(CASHIER, pay("P1", CASHIER)).thenNothing();
    }

    @Test
    void whatIsPaidIsNotPaidAgainUnderAnotherBankReference() {
      ledger.given(CASHIER, pay("P1", CASHIER));
      ledger
          .when(CASHIER, pay("P1", CASHIER, "another"))
          .thenRefused(RuleCode.PAYOUT_STATE, Map.of("state", "PAID"));
    }

    @Test
    void nothingIsPaidOutOfAFrozenFund() {
      ledger.given(FINANCE, freeze(AID));
      ledger.when(CASHIER, pay("P1", CASHIER)).thenRefused(RuleCode.FUND_FROZEN);
    }
  }

  @Nested
  class Returning {

    private final LedgerFixture paid = ledger.given(CASHIER, pay("P1", CASHIER));

    @Test
    void returnedMoneyIsOwedAgainSoItIsReserved() {
      paid.when(CASHIER, takeBack("P1", CASHIER))
          .thenEvents(
              posted(Movement.RETURN, 4),
              new PayoutReturned(
                  ID, AID.toString(), "AID", 3000, DAY.plusDays(1), sealed("account closed"), 4));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(7_000, 3_000, 4));
    }

    @Test
    void moneyMayComeBackOnTheDayItWentButNotBefore() {
      paid.when(CASHIER, takeBack("P1", CASHIER, -1))
          .thenRefused(RuleCode.RETURN_BEFORE_PAYMENT, Map.of("paidOn", "2026-05-06"));
      paid.when(CASHIER, takeBack("P1", CASHIER, 0))
          .thenTypes(EntriesPosted.class, PayoutReturned.class);
    }

    @Test
    void returnedMoneyIsPaidAgainAndMayComeBackAgain() {
      paid.given(CASHIER, takeBack("P1", CASHIER));
      paid.when(CASHIER2, pay("P1", CASHIER2, "second try"))
          .thenTypes(EntriesPosted.class, PayoutPaid.class);
      paid.when(CASHIER, takeBack("P1", CASHIER, 2))
          .thenTypes(EntriesPosted.class, PayoutReturned.class);
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(7_000, 3_000, 6));
    }

    @Test
    void returnedMoneyIsCancelledWhichReleasesIt() {
      paid.given(CASHIER, takeBack("P1", CASHIER));
      paid.when(FINANCE, cancel("P1", FINANCE))
          .thenEvents(
              posted(Movement.RELEASE, 5),
              new PayoutCancelled(ID, AID.toString(), 3000, DAY, sealed("reason"), 5L));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(10_000, 0, 5));
    }

    @Test
    void whoAskedOrApprovedDoesNotPayAgainEither() {
      paid.given(CASHIER, takeBack("P1", CASHIER));
      paid.when(APPROVER, pay("P1", APPROVER, "second try"))
          .thenRefused(RuleCode.PAYER_NOT_THIRD_PERSON);
    }

    @Test
    void aRetryIsAnsweredByTheFirstReturn() {
      paid.given(CASHIER, takeBack("P1", CASHIER));
      paid.when(CASHIER, takeBack("P1", CASHIER)).thenNothing();
    }

    @Test
    void aRetryIsAnsweredAlsoAfterTheReturnedMoneyWasGivenUp() {
      paid.given(CASHIER, takeBack("P1", CASHIER)).given(FINANCE, cancel("P1", FINANCE));
      paid.when(CASHIER, takeBack("P1", CASHIER)).thenNothing();
    }

    @Test
    void moneyThatDidNotGoDoesNotComeBack() {
      ledger.given(FINANCE, request(AID, aid("P2", "1.00"), FINANCE));
      ledger
          .when(CASHIER, takeBack("P2", CASHIER))
          .thenRefused(RuleCode.PAYOUT_STATE, Map.of("state", "REQUESTED"));
    }
  }

  @Test
  void everyOrderAnswersWithTheStateThatHoldsNow() {
    assertThat(state(CASHIER, pay("P1", CASHIER))).isEqualTo(PayoutState.PAID);
    assertThat(state(CASHIER, takeBack("P1", CASHIER))).isEqualTo(PayoutState.RETURNED);
    assertThat(state(CASHIER, pay("P1", CASHIER))).isEqualTo(PayoutState.RETURNED);
    assertThat(state(FINANCE, cancel("P1", FINANCE))).isEqualTo(PayoutState.CANCELLED);
    assertThat(state(APPROVER, approve("P1", APPROVER))).isEqualTo(PayoutState.CANCELLED);
  }

  private PayoutState state(AccountId actor, Object order) {
    return ledger.when(actor, order).answer(PayoutState.class);
  }

  private static EntriesPosted posted(Movement movement, long number) {
    return Totals.posted(AID, movement, number, 3000, ID);
  }
}
