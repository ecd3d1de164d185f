package org.aidledger.core.payout;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.aidledger.core.fixture.FundFigures;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fixture.Totals;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.fund.event.EntriesPosted;
import org.aidledger.core.payout.command.PayoutLine;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutBatchApproved;
import org.aidledger.core.payout.event.PayoutBatchRejected;
import org.aidledger.core.payout.event.PayoutBatchRequested;
import org.aidledger.core.payout.event.PayoutRejected;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.refusal.RuleCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The 76 students of 金秋助学: one roster, decided as one, paid line by line. */
class PayoutBatchTest {

  private static final PayoutLine[] STUDENTS =
      IntStream.rangeClosed(1, 76)
          .mapToObj(i -> aid("S" + i, "3000.00"))
          .toArray(PayoutLine[]::new);
  private static final long TOTAL = 76 * 300_000L;

  private final LedgerFixture ledger =
      new LedgerFixture()
          .given(
              FINANCE,
              openWithThreshold(AID, "228000.00"),
              record(AID, line("D1", "300000.00")),
              requestBatch(AID, "B1", FINANCE, STUDENTS));

  @Nested
  class Requesting {

    @Test
    void aRosterIsAskedForAsOne() {
      var then = ledger.when(FINANCE, requestBatch(AID, "B2", FINANCE, aid("X1", "1.00")));
      then.thenTypes(PayoutRequested.class, PayoutBatchRequested.class);
      assertThat(then.event(PayoutRequested.class).batchId()).isEqualTo(batch("B2").toString());
      assertThat(then.event(PayoutBatchRequested.class))
          .isEqualTo(
              new PayoutBatchRequested(
                  batch("B2").toString(),
                  AID.toString(),
                  UNION,
                  "B2",
                  1,
                  100,
                  List.of(payout("X1").toString()),
                  FINANCE.toString()));
    }

    @Test
    void aRetryIsAnsweredByTheFirstRequest() {
      ledger.when(FINANCE, requestBatch(AID, "B1", FINANCE, STUDENTS)).thenNothing();
    }

    @Test
    void oneReferenceStandsOnceInARoster() {
      ledger
          .when(FINANCE, requestBatch(AID, "B2", FINANCE, aid("X1", "1.00"), aid("X1", "1.00")))
          .thenRefused(RuleCode.REFERENCE_CONFLICT, Map.of("reference", "X1"));
    }

    @Test
    void noPayoutStandsInTwoRosters() {
      ledger
          .when(FINANCE, requestBatch(AID, "B2", FINANCE, aid("X1", "1.00"), aid("S7", "1.00")))
          .thenRefused(RuleCode.REFERENCE_CONFLICT, Map.of("reference", "S7"));
    }

    @Test
    void aBadLineRefusesTheWholeRoster() {
      ledger
          .when(
              FINANCE,
              requestBatch(AID, "B2", FINANCE, aid("X1", "1.00"), refund("X2", "D1", "300000.01")))
          .thenRefused(RuleCode.REFUND_EXCEEDS_DONATION);
    }
  }

  @Nested
  class Approving {

    @Test
    void seventySixStudentsAreApprovedByOneDecision() {
      var then = ledger.when(APPROVER, approveBatch("B1", APPROVER));
      assertThat(then.event(PayoutBatchApproved.class))
          .isEqualTo(
              new PayoutBatchApproved(
                  batch("B1").toString(), AID.toString(), APPROVER.toString(), 1, true));
      Object[] ids = IntStream.rangeClosed(1, 76).mapToObj(i -> payout("S" + i)).toArray();
      assertThat(then.event(EntriesPosted.class))
          .isEqualTo(Totals.posted(AID, Movement.RESERVATION, 2, TOTAL, ids));
      assertThat(then.events(PayoutApproved.class).map(PayoutApproved::entryNumber))
          .containsExactlyElementsOf(LongStream.rangeClosed(2, 77).boxed().toList());
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(7_200_000, TOTAL, 77));
    }

    @Test
    void theThresholdCountsTheTotal() {
      ledger.given(FINANCE, requestBatch(AID, "B2", FINANCE, twoJustAbove()));
      var first = ledger.when(APPROVER, approveBatch("B2", APPROVER));
      first.thenTypes(PayoutBatchApproved.class, PayoutApproved.class, PayoutApproved.class);
      assertThat(first.events(PayoutApproved.class)).noneMatch(PayoutApproved::complete);
      ledger.when(APPROVER, approveBatch("B2", APPROVER)).thenNothing();
      var second = ledger.when(APPROVER2, approveBatch("B2", APPROVER2));
      assertThat(second.events(PayoutApproved.class)).allMatch(PayoutApproved::complete);
      ledger.when(APPROVER2, pay("X1", APPROVER2)).thenRefused(RuleCode.PAYER_NOT_THIRD_PERSON);
    }

    @Test
    void aCancelledLineIsLeftOut() {
      ledger.given(FINANCE, cancel("S3", FINANCE));
      var then = ledger.when(APPROVER, approveBatch("B1", APPROVER));
      assertThat(then.events(PayoutApproved.class)).hasSize(75);
      assertThat(then.event(EntriesPosted.class).total()).isEqualTo(TOTAL - 300_000);
      assertThat(then.events(PayoutApproved.class).map(PayoutApproved::payoutId))
          .doesNotContain(payout("S3").toString());
    }

    @Test
    void whatWasCancelledNoLongerCountsTowardsTheThreshold() {
      ledger.given(FINANCE, requestBatch(AID, "B2", FINANCE, twoJustAbove()));
      ledger.given(FINANCE, cancel("X1", FINANCE));
      var then = ledger.when(APPROVER, approveBatch("B2", APPROVER));
      assertThat(then.event(PayoutBatchApproved.class).complete()).isTrue();
    }

    @Test
    void aRosterWithNothingLeftIsApprovedWithoutAnEntry() {
      ledger.given(FINANCE, requestBatch(AID, "B2", FINANCE, aid("X1", "1.00")));
      ledger.given(FINANCE, cancel("X1", FINANCE));
      ledger.when(APPROVER, approveBatch("B2", APPROVER)).thenTypes(PayoutBatchApproved.class);
    }

    @Test
    void nobodyDecidesTheirOwnRoster() {
      ledger.when(FINANCE, approveBatch("B1", FINANCE)).thenRefused(RuleCode.SELF_APPROVAL);
      ledger.when(FINANCE, rejectBatch("B1", FINANCE)).thenRefused(RuleCode.SELF_APPROVAL);
    }

    @Test
    void aLineIsNotDecidedAlone() {
      ledger.when(APPROVER, approve("S1", APPROVER)).thenRefused(RuleCode.PART_OF_BATCH);
      ledger.when(APPROVER, reject("S1", APPROVER)).thenRefused(RuleCode.PART_OF_BATCH);
    }

    @Test
    void aRosterAboveWhatIsAvailableIsNotApprovedInPart() {
      ledger.given(FINANCE, expense(AID, "E1", yuan("72000.01")));
      ledger.when(APPROVER, approveBatch("B1", APPROVER)).thenRefused(RuleCode.INSUFFICIENT_FUNDS);
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
      ledger.given(APPROVER, approveBatch("B1", APPROVER));
      ledger.when(APPROVER2, approveBatch("B1", APPROVER2)).thenRefused(RuleCode.PAYOUT_STATE);
      ledger.when(APPROVER2, rejectBatch("B1", APPROVER2)).thenRefused(RuleCode.PAYOUT_STATE);
    }

    private static PayoutLine[] twoJustAbove() {
      return new PayoutLine[] {aid("X1", "114000.00"), aid("X2", "114000.01")};
    }
  }

  @Nested
  class Rejecting {

    @Test
    void aRosterIsRejectedAsOne() {
      var then = ledger.when(APPROVER, rejectBatch("B1", APPROVER));
      assertThat(then.events(PayoutRejected.class)).hasSize(76);
      assertThat(then.events(PayoutBatchRejected.class)).hasSize(1);
      ledger.when(APPROVER, rejectBatch("B1", APPROVER)).thenNothing();
      ledger.when(APPROVER, approveBatch("B1", APPROVER)).thenRefused(RuleCode.PAYOUT_STATE);
    }
  }

  @Nested
  class PayingLineByLine {

    @Test
    void eachLineIsPaidReturnedAndGivenUpOnItsOwn() {
      ledger.given(APPROVER, approveBatch("B1", APPROVER));
      for (int i = 1; i <= 76; i++) {
        ledger.given(CASHIER, pay("S" + i, CASHIER));
      }
      ledger.given(CASHIER, takeBack("S5", CASHIER), takeBack("S9", CASHIER));
      ledger.given(CASHIER, pay("S5", CASHIER, "second try")).given(FINANCE, cancel("S9", FINANCE));
      assertThat(ledger.figures(AID))
          .isEqualTo(new FundFigures(7_200_000 + 300_000, 0, 1 + 76 + 76 + 2 + 2));
    }
  }
}
