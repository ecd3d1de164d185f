package org.aidledger.core.payout;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.aidledger.core.donation.event.DonationRefundReleased;
import org.aidledger.core.donation.event.DonationRefundReserved;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fund.event.EntriesPosted;
import org.aidledger.core.payout.command.PayoutLine;
import org.aidledger.core.payout.event.PayoutBatchRejected;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutRejected;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.refusal.RuleCode;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A payout that gives a donation back. */
class RefundTest {

  private final LedgerFixture ledger =
      new LedgerFixture()
          .given(FINANCE, open(AID), record(AID, line("D1", "100.00"), line("D2", "100.00")));

  @Nested
  class Requesting {

    @Test
    void aRefundSetsItsPartOfTheDonationAside() {
      var then = ledger.when(FINANCE, request(AID, refund("R1", "D1", "40.00"), FINANCE));
      then.thenTypes(DonationRefundReserved.class, PayoutRequested.class);
      assertThat(then.event(DonationRefundReserved.class))
          .isEqualTo(
              new DonationRefundReserved(donation("D1").toString(), payout("R1").toString(), 4000));
      assertThat(then.event(PayoutRequested.class).kind()).isEqualTo("REFUND");
    }

    @Test
    void refundsTogetherNeverExceedTheDonation() {
      ledger.given(FINANCE, request(AID, refund("R1", "D1", "40.00"), FINANCE));
      ledger
          .when(FINANCE, request(AID, refund("R2", "D1", "60.01"), FINANCE))
          .thenRefused(
              RuleCode.REFUND_EXCEEDS_DONATION, Map.of("left", "60.00", "needed", "60.01"));
      ledger.given(FINANCE, request(AID, refund("R2", "D1", "60.00"), FINANCE));
      ledger
          .when(FINANCE, request(AID, refund("R3", "D1", "0.01"), FINANCE))
          .thenRefused(RuleCode.REFUND_EXCEEDS_DONATION);
    }

    @Test
    void linesOfOneRosterCountTogether() {
      ledger
          .when(
              FINANCE,
              requestBatch(
                  AID, "B1", FINANCE, refund("R1", "D1", "60.00"), refund("R2", "D1", "40.01")))
          .thenRefused(RuleCode.REFUND_EXCEEDS_DONATION);
    }

    @Test
    void aRefundNamesADonation() {
      PayoutLine without =
          new PayoutLine("R1", PayoutKind.REFUND, null, PAYEE, yuan("1.00"), sealed("purpose"));
      ledger
          .when(FINANCE, request(AID, without, FINANCE))
          .thenRefused(RuleCode.REFUND_WITHOUT_DONATION);
      ledger
          .when(FINANCE, request(AID, refund("R1", "UNKNOWN", "1.00"), FINANCE))
          .thenFails(AggregateNotFoundException.class);
    }

    @Test
    void aReversedDonationIsNotRefunded() {
      ledger.given(FINANCE2, reverse("D1", FINANCE2));
      ledger
          .when(FINANCE, request(AID, refund("R1", "D1", "1.00"), FINANCE))
          .thenRefused(RuleCode.DONATION_REVERSED);
    }

    @Test
    void aRetryReservesNothingMore() {
      ledger.given(FINANCE, request(AID, refund("R1", "D1", "100.00"), FINANCE));
      ledger.when(FINANCE, request(AID, refund("R1", "D1", "100.00"), FINANCE)).thenNothing();
    }
  }

  @Nested
  class EndingWithoutMoney {

    private final LedgerFixture asked =
        ledger.given(FINANCE, request(AID, refund("R1", "D1", "100.00"), FINANCE));

    @Test
    void aRejectionFreesTheDonation() {
      asked
          .when(APPROVER, reject("R1", APPROVER))
          .thenTypes(DonationRefundReleased.class, PayoutRejected.class);
      asked.given(FINANCE2, reverse("D1", FINANCE2));
    }

    @Test
    void aCancellationFreesTheDonation() {
      asked
          .when(FINANCE, cancel("R1", FINANCE))
          .thenTypes(DonationRefundReleased.class, PayoutCancelled.class);
      asked.given(FINANCE, request(AID, refund("R2", "D1", "100.00"), FINANCE));
    }

    @Test
    void aReturnedRefundStaysOwedUntilItIsCancelled() {
      asked.given(APPROVER, approve("R1", APPROVER));
      asked.given(CASHIER, pay("R1", CASHIER), takeBack("R1", CASHIER));
      asked
          .when(FINANCE, request(AID, refund("R2", "D1", "0.01"), FINANCE))
          .thenRefused(RuleCode.REFUND_EXCEEDS_DONATION);
      asked
          .when(CASHIER, cancel("R1", CASHIER))
          .thenTypes(EntriesPosted.class, DonationRefundReleased.class, PayoutCancelled.class);
    }

    @Test
    void aRejectedRosterFreesTheDonationsOfAllItsLines() {
      asked.given(
          FINANCE,
          requestBatch(
              AID, "B1", FINANCE, refund("R2", "D2", "60.00"), refund("R3", "D2", "40.00")));
      asked
          .when(APPROVER, rejectBatch("B1", APPROVER))
          .thenTypes(
              DonationRefundReleased.class,
              PayoutRejected.class,
              DonationRefundReleased.class,
              PayoutRejected.class,
              PayoutBatchRejected.class);
    }
  }

  @Nested
  class Paying {

    @Test
    void aRefundIsApprovedAndPaidLikeAnyOtherPayout() {
      ledger
          .given(FINANCE, request(AID, refund("R1", "D1", "100.00"), FINANCE))
          .given(APPROVER, approve("R1", APPROVER));
      ledger.when(APPROVER, pay("R1", APPROVER)).thenRefused(RuleCode.PAYER_NOT_THIRD_PERSON);
      var then = ledger.when(CASHIER, pay("R1", CASHIER));
      assertThat(then.event(PayoutPaid.class).kind()).isEqualTo("REFUND");
      ledger.when(FINANCE2, reverse("D1", FINANCE2)).thenRefused(RuleCode.DONATION_REFUNDED);
    }
  }
}
