package org.aidledger.core.payout;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.aidledger.core.fixture.FundFigures;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fixture.Totals;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.fund.event.EntriesPosted;
import org.aidledger.core.payout.command.PayoutLine;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutRejected;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Begun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A payout from its request to the point where it may be paid. */
class PayoutTest {

  private final LedgerFixture ledger =
      new LedgerFixture().given(FINANCE, open(AID), record(AID, line("D1", "100.00")));

  @Nested
  class Requesting {

    @Test
    void aRequestReservesNothing() {
      ledger
          .when(FINANCE, request(AID, aid("P1", "30.00"), FINANCE))
          .thenEvents(
              new PayoutRequested(
                  payout("P1").toString(),
                  AID.toString(),
                  UNION,
                  "P1",
                  "AID",
                  null,
                  null,
                  3000,
                  "CNY",
                  PAYEE,
                  sealed("purpose"),
                  FINANCE.toString()));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(10_000, 0, 1));
    }

    @Test
    void moreThanIsAvailableMayBeAskedFor() {
      ledger
          .when(FINANCE, request(AID, aid("P1", "100.01"), FINANCE))
          .thenTypes(PayoutRequested.class);
    }

    @Test
    void aRetryIsAnsweredByTheFirstRequest() {
      ledger.given(FINANCE, request(AID, aid("P1", "30.00"), FINANCE));
      var then = ledger.when(FINANCE, request(AID, aid("P1", "30.00"), FINANCE)).thenNothing();
      assertThat(then.answer(Begun.Known.class).event()).isInstanceOf(PayoutRequested.class);
    }

    @Test
    void aFrozenFundIsNotAsked() {
      ledger.given(FINANCE, freeze(AID));
      ledger
          .when(FINANCE, request(AID, aid("P1", "30.00"), FINANCE))
          .thenRefused(RuleCode.FUND_FROZEN);
    }

    @Test
    void aidBelongsToNoDonation() {
      var line = refund("P1", "D1", "1.00");
      ledger
          .when(
              FINANCE,
              request(
                  AID,
                  new PayoutLine(
                      "P1",
                      PayoutKind.AID,
                      line.donationId(),
                      PAYEE,
                      yuan("1.00"),
                      sealed("purpose")),
                  FINANCE))
          .thenRefused(RuleCode.REFUND_WITHOUT_DONATION);
    }
  }

  @Nested
  class RejectingAndCancelling {

    private final LedgerFixture asked =
        ledger.given(FINANCE, request(AID, aid("P1", "30.00"), FINANCE));

    @Test
    void aRejectionEndsTheRequest() {
      asked
          .when(APPROVER, reject("P1", APPROVER))
          .thenEvents(
              new PayoutRejected(payout("P1").toString(), AID.toString(), sealed("reason")));
      asked.when(APPROVER, reject("P1", APPROVER)).thenNothing();
      asked.when(APPROVER2, approve("P1", APPROVER2)).thenRefused(RuleCode.PAYOUT_STATE);
      asked.when(FINANCE, cancel("P1", FINANCE)).thenRefused(RuleCode.PAYOUT_STATE);
    }

    @Test
    void nobodyRejectsTheirOwnRequest() {
      asked.when(FINANCE, reject("P1", FINANCE)).thenRefused(RuleCode.SELF_APPROVAL);
    }

    @Test
    void whatWasApprovedIsCancelledNotRejected() {
      asked.given(APPROVER, approve("P1", APPROVER));
      asked.when(APPROVER, reject("P1", APPROVER)).thenRefused(RuleCode.PAYOUT_STATE);
    }

    @Test
    void aRequestIsCancelledWithoutAnEntry() {
      asked.when(FINANCE, cancel("P1", FINANCE)).thenEvents(cancelled(null));
      asked.when(FINANCE, cancel("P1", FINANCE)).thenNothing();
    }

    @Test
    void cancellingAnApprovedPayoutReleasesTheMoney() {
      asked.given(APPROVER, approve("P1", APPROVER));
      asked
          .when(FINANCE, cancel("P1", FINANCE))
          .thenEvents(posted(Movement.RELEASE, 3, 3000), cancelled(3L));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(10_000, 0, 3));
    }

    @Test
    void whatWasPaidIsNotCancelled() {
      asked.given(APPROVER, approve("P1", APPROVER)).given(CASHIER, pay("P1", CASHIER));
      asked
          .when(FINANCE, cancel("P1", FINANCE))
          .thenRefused(RuleCode.PAYOUT_STATE, Map.of("state", "PAID"));
    }

    private PayoutCancelled cancelled(@Nullable Long number) {
      return new PayoutCancelled(
          payout("P1").toString(), AID.toString(), 3000, DAY, sealed("reason"), number);
    }
  }

  private static EntriesPosted posted(Movement movement, long number, long total) {
    return Totals.posted(AID, movement, number, total, payout("P1").toString());
  }
}
