package org.aidledger.core.donation;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.aidledger.core.donation.command.CorrectDonation;
import org.aidledger.core.donation.command.DonationLine;
import org.aidledger.core.donation.event.DonationCorrected;
import org.aidledger.core.donation.event.DonationReversed;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.fixture.FundFigures;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fixture.Totals;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.fund.event.EntriesPosted;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Streams;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Mending a donation on its own stream: the reference stays, the numbers go on. */
class CorrectionTest {

  private static final String ID = donation("D1").toString();

  private final LedgerFixture ledger =
      new LedgerFixture().given(FINANCE, open(AID), record(AID, line("D1", "100.00")));

  @Nested
  class Correcting {

    @Test
    void aCorrectionReversesAndRecordsAgainUnderTwoNumbers() {
      ledger
          .when(FINANCE2, correct("D1", "80.00", FINANCE2))
          .thenEvents(
              Totals.posted(AID, Movement.DONATION_CORRECTION, 2, -2000, ID, ID),
              new DonationCorrected(
                  ID, AID.toString(), 2, 10_000, DAY, 8_000, DAY, ANONYMOUS, sealed("reason")));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(8_000, 0, 3));
      var next = ledger.when(FINANCE, income(AID, "I1", yuan("1.00")));
      assertThat(next.event(EntriesPosted.class).firstEntryNumber()).isEqualTo(4);
    }

    @Test
    void donorAndDateAreCorrectedWithoutMovingMoney() {
      CorrectDonation order =
          new CorrectDonation(
              donation("D1"),
              COMPANY,
              yuan("100.00"),
              DAY.minusDays(3),
              sealed("reason"),
              FINANCE2);
      var then = ledger.when(FINANCE2, order);
      assertThat(then.event(EntriesPosted.class).total()).isZero();
      assertThat(then.event(DonationCorrected.class))
          .isEqualTo(
              new DonationCorrected(
                  ID,
                  AID.toString(),
                  2,
                  10_000,
                  DAY,
                  10_000,
                  DAY.minusDays(3),
                  COMPANY,
                  sealed("reason")));
    }

    @Test
    void whatTheOrderLeavesOutStays() {
      ledger.given(
          FINANCE2,
          new CorrectDonation(donation("D1"), COMPANY, null, null, sealed("reason"), FINANCE2));
      ledger.given(APPROVER, correct("D1", "80.00", APPROVER));
      var corrected = (DonationCorrected) ledger.stored().getLast().event();
      assertThat(corrected.donor()).isEqualTo(COMPANY);
      assertThat(corrected.receivedOn()).isEqualTo(DAY);
      assertThat(corrected.amount()).isEqualTo(8_000);
    }

    @Test
    void theSamePersonSealedAgainIsNoOtherDonor() {
      DonationLine line = line("D2", "1.00");
      Donor person = new Donor("NAMED", null, sealed("one sealing"), "digest");
      Donor again = new Donor("NAMED", null, sealed("another sealing"), "digest");
      Donor other = new Donor("NAMED", null, sealed("other"), "other digest");
      ledger.given(
          FINANCE,
          record(
              AID,
              new DonationLine(
                  line.source(),
                  line.reference(),
                  person,
                  line.amount(),
                  DAY,
                  line.channel(),
                  null,
                  FINANCE)));
      ledger.when(FINANCE2, donor(again)).thenRefused(RuleCode.NOTHING_CHANGED);
      assertThat(ledger.when(FINANCE2, donor(other)).event(DonationCorrected.class).donor())
          .isEqualTo(other);
    }

    private static CorrectDonation donor(Donor donor) {
      return new CorrectDonation(donation("D2"), donor, null, null, sealed("reason"), FINANCE2);
    }

    @Test
    void anApproverCorrectsAsWellButNotTheRecorder() {
      ledger.when(FINANCE, correct("D1", "80.00", FINANCE)).thenRefused(RuleCode.SELF_CORRECTION);
      ledger
          .when(APPROVER, correct("D1", "80.00", APPROVER))
          .thenTypes(EntriesPosted.class, DonationCorrected.class);
    }

    @Test
    void whoCorrectedHasRecordedToo() {
      ledger.given(FINANCE2, correct("D1", "80.00", FINANCE2));
      ledger.when(FINANCE2, correct("D1", "70.00", FINANCE2)).thenRefused(RuleCode.SELF_CORRECTION);
      ledger.when(FINANCE, correct("D1", "70.00", FINANCE)).thenRefused(RuleCode.SELF_CORRECTION);
      ledger.given(APPROVER, correct("D1", "70.00", APPROVER));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(7_000, 0, 5));
    }

    @Test
    void aRetryIsAnsweredByTheFirstCorrection() {
      ledger.given(FINANCE2, correct("D1", "80.00", FINANCE2));
      ledger.when(FINANCE2, correct("D1", "80.00", FINANCE2)).thenNothing();
    }

    @Test
    void anotherPersonWithTheSameCorrectionChangesNothing() {
      ledger.given(FINANCE2, correct("D1", "80.00", FINANCE2));
      ledger.when(APPROVER, correct("D1", "80.00", APPROVER)).thenRefused(RuleCode.NOTHING_CHANGED);
    }

    @Test
    void theAmountDoesNotFallBelowWhatIsBeingRefunded() {
      ledger.given(FINANCE, request(AID, refund("R1", "D1", "60.00"), FINANCE));
      ledger
          .when(FINANCE2, correct("D1", "59.99", FINANCE2))
          .thenRefused(RuleCode.DONATION_REFUNDED, Map.of("refunded", "60.00"));
      ledger.given(FINANCE2, correct("D1", "60.00", FINANCE2));
      ledger
          .when(FINANCE, request(AID, refund("R2", "D1", "0.01"), FINANCE))
          .thenRefused(RuleCode.REFUND_EXCEEDS_DONATION);
    }

    @Test
    void whatIsReservedIsNotCorrectedAway() {
      ledger.given(FINANCE, request(AID, aid("P1", "70.00"), FINANCE));
      ledger.given(APPROVER, approve("P1", APPROVER));
      ledger
          .when(FINANCE2, correct("D1", "69.99", FINANCE2))
          .thenRefused(
              RuleCode.INSUFFICIENT_FUNDS, Map.of("available", "30.00", "needed", "30.01"));
      ledger.given(FINANCE2, correct("D1", "70.00", FINANCE2));
      assertThat(ledger.figures(AID).available()).isZero();
    }

    @Test
    void aFrozenFundIsNotCorrected() {
      ledger.given(FINANCE, freeze(AID));
      ledger.when(FINANCE2, correct("D1", "80.00", FINANCE2)).thenRefused(RuleCode.FUND_FROZEN);
    }

    @Test
    void aCorrectedReferenceIsStillTaken() {
      ledger.given(FINANCE2, correct("D1", "80.00", FINANCE2));
      ledger.when(FINANCE, record(AID, line("D1", "80.00"))).thenNothing();
    }
  }

  @Nested
  class Reversing {

    @Test
    void aReversalTakesTheDonationOutOfTheBook() {
      ledger
          .when(FINANCE2, reverse("D1", FINANCE2))
          .thenEvents(
              Totals.posted(AID, Movement.DONATION_REVERSAL, 2, -10_000, ID),
              new DonationReversed(ID, AID.toString(), 2, 10_000, DAY, sealed("reason")));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(0, 0, 2));
      assertThat(ledger.stored().getLast().message().getMetaData())
          .containsEntry(Streams.ACTOR, FINANCE2.toString());
    }

    @Test
    void aRetryIsAnsweredByTheFirstReversal() {
      ledger.given(FINANCE2, reverse("D1", FINANCE2));
      ledger.when(FINANCE2, reverse("D1", FINANCE2)).thenNothing();
      ledger.when(APPROVER, reverse("D1", APPROVER)).thenRefused(RuleCode.DONATION_REVERSED);
    }

    @Test
    void aReversalTakesTheCorrectedAmount() {
      ledger.given(FINANCE2, correct("D1", "80.00", FINANCE2));
      ledger.when(FINANCE2, reverse("D1", FINANCE2)).thenRefused(RuleCode.SELF_CORRECTION);
      var then = ledger.when(APPROVER, reverse("D1", APPROVER));
      assertThat(then.event(DonationReversed.class).amount()).isEqualTo(8_000);
    }

    @Test
    void whatIsSpentIsNotReversed() {
      ledger.given(FINANCE, expense(AID, "E1", yuan("0.01")));
      ledger
          .when(FINANCE2, reverse("D1", FINANCE2))
          .thenRefused(
              RuleCode.INSUFFICIENT_FUNDS, Map.of("available", "99.99", "needed", "100.00"));
    }

    @Test
    void aReversedReferenceIsNotRecordedAgain() {
      ledger.given(FINANCE2, reverse("D1", FINANCE2));
      ledger.when(FINANCE, record(AID, line("D1", "100.00"))).thenNothing();
    }
  }
}
