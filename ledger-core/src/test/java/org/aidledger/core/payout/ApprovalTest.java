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
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.refusal.RuleCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who agrees to a payout, and what that reserves. */
class ApprovalTest {

  private final LedgerFixture ledger =
      new LedgerFixture().given(FINANCE, open(AID), record(AID, line("D1", "100.00")));

  @Nested
  class AtMostTheThreshold {

    private final LedgerFixture asked =
        ledger.given(FINANCE, request(AID, aid("P1", "30.00"), FINANCE));

    @Test
    void approvalReservesTheMoney() {
      asked
          .when(APPROVER, approve("P1", APPROVER))
          .thenEvents(
              posted(Movement.RESERVATION, 2, 3000),
              new PayoutApproved(
                  payout("P1").toString(),
                  AID.toString(),
                  APPROVER.toString(),
                  1,
                  true,
                  3000,
                  DAY,
                  2L));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(7_000, 3_000, 2));
    }

    @Test
    void nobodyApprovesTheirOwnRequest() {
      asked.when(FINANCE, approve("P1", FINANCE)).thenRefused(RuleCode.SELF_APPROVAL);
    }

    @Test
    void aRetryChangesNothingWhateverHappenedSince() {
      asked.given(APPROVER, approve("P1", APPROVER));
      asked.when(APPROVER, approve("P1", APPROVER)).thenNothing();
      asked.given(CASHIER, pay("P1", CASHIER));
      asked.when(APPROVER, approve("P1", APPROVER)).thenNothing();
    }

    @Test
    void whatOneApproverCompletedTakesNoSecond() {
      asked.given(APPROVER, approve("P1", APPROVER));
      asked
          .when(APPROVER2, approve("P1", APPROVER2))
          .thenRefused(RuleCode.PAYOUT_STATE, Map.of("state", "APPROVED"));
    }

    @Test
    void reservedMoneyIsNotReservedTwice() {
      asked.given(FINANCE, request(AID, aid("P2", "70.01"), FINANCE));
      asked.given(APPROVER, approve("P1", APPROVER));
      asked
          .when(APPROVER, approve("P2", APPROVER))
          .thenRefused(
              RuleCode.INSUFFICIENT_FUNDS, Map.of("available", "70.00", "needed", "70.01"));
    }

    @Test
    void aFrozenFundReservesNothing() {
      asked.given(FINANCE, freeze(AID));
      asked.when(APPROVER, approve("P1", APPROVER)).thenRefused(RuleCode.FUND_FROZEN);
    }
  }

  @Nested
  class AboveTheThreshold {

    private final LedgerFixture asked =
        new LedgerFixture()
            .given(FINANCE, openWithThreshold(AID, "30.00"), record(AID, line("D1", "100.00")))
            .given(FINANCE, request(AID, aid("AT", "30.00"), FINANCE))
            .given(FINANCE, request(AID, aid("ABOVE", "30.01"), FINANCE));

    @Test
    void theThresholdItselfTakesOneApprover() {
      var then = asked.when(APPROVER, approve("AT", APPROVER));
      assertThat(then.event(PayoutApproved.class).complete()).isTrue();
    }

    @Test
    void aboveItTwoPeopleApproveAndTheSecondReserves() {
      asked
          .when(APPROVER, approve("ABOVE", APPROVER))
          .thenEvents(
              new PayoutApproved(
                  payout("ABOVE").toString(),
                  AID.toString(),
                  APPROVER.toString(),
                  1,
                  false,
                  3001,
                  DAY,
                  null));
      asked.when(CASHIER, pay("ABOVE", CASHIER)).thenRefused(RuleCode.PAYOUT_STATE);
      var second = asked.when(APPROVER2, approve("ABOVE", APPROVER2));
      second.thenTypes(EntriesPosted.class, PayoutApproved.class);
      assertThat(second.event(PayoutApproved.class).approvals()).isEqualTo(2);
      assertThat(second.event(PayoutApproved.class).complete()).isTrue();
    }

    @Test
    void oneApproverDoesNotCountTwice() {
      asked.given(APPROVER, approve("ABOVE", APPROVER));
      asked.when(APPROVER, approve("ABOVE", APPROVER)).thenNothing();
      assertThat(asked.figures(AID).reserved()).isZero();
    }

    @Test
    void neitherApproverPays() {
      asked.given(APPROVER, approve("ABOVE", APPROVER));
      asked.given(APPROVER2, approve("ABOVE", APPROVER2));
      for (var approver : new AccountId[] {APPROVER, APPROVER2}) {
        asked.when(approver, pay("ABOVE", approver)).thenRefused(RuleCode.PAYER_NOT_THIRD_PERSON);
      }
    }
  }

  private static EntriesPosted posted(Movement movement, long number, long total) {
    return Totals.posted(AID, movement, number, total, payout("P1").toString());
  }
}
