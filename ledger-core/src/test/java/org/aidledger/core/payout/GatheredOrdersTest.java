package org.aidledger.core.payout;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aidledger.core.fixture.FundFigures;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fixture.LockOrder;
import org.aidledger.core.fixture.Stored;
import org.aidledger.core.fixture.Then;
import org.aidledger.core.fund.event.EntriesPosted;
import org.aidledger.core.payout.command.CarryOutPayoutOrders;
import org.aidledger.core.payout.command.PayoutOrder;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutRejected;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Begun;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;

/** Several orders about payouts of one fund in one append, each decided by itself. */
class GatheredOrdersTest {

  private final LedgerFixture ledger =
      new LedgerFixture()
          .given(FINANCE, openWithThreshold(AID, "50.00"), record(AID, line("D1", "100.00")));

  @Test
  void allOfThemAreOneAppendInTheOrderTheyCame() {
    asked("P1", "10.00");
    asked("P2", "20.00");
    ledger.given(APPROVER, approve("P2", APPROVER));
    Then then =
        together(
            request(AID, aid("P3", "5.00"), FINANCE),
            approve("P1", APPROVER),
            pay("P2", CASHIER),
            request(AID, aid("P4", "5.00"), FINANCE2));
    then.thenTypes(
        PayoutRequested.class,
        EntriesPosted.class,
        PayoutApproved.class,
        EntriesPosted.class,
        PayoutPaid.class,
        PayoutRequested.class);
    assertThat(outcomes(then).stream().map(GatheredOrdersTest::events)).containsExactly(1, 2, 2, 1);
    assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(7_000, 1_000, 4));
  }

  @Test
  void everyEventNamesThePersonOfItsOwnOrder() {
    asked("P1", "10.00");
    asked("P2", "20.00");
    Then then =
        together(
            approve("P1", APPROVER),
            approve("P2", APPROVER2),
            request(AID, aid("P3", "5.00"), FINANCE2));
    assertThat(then.stored().stream().map(Stored::actor))
        .containsExactly(
            APPROVER.toString(),
            APPROVER.toString(),
            APPROVER2.toString(),
            APPROVER2.toString(),
            FINANCE2.toString());
  }

  @Test
  void aRefusedOneRefusesItselfAlone() {
    asked("P1", "10.00");
    asked("P2", "20.00");
    Then then =
        together(
            approve("P1", APPROVER),
            approve("P2", FINANCE),
            pay("P2", CASHIER),
            reject("P2", APPROVER));
    then.thenTypes(EntriesPosted.class, PayoutApproved.class, PayoutRejected.class);
    List<OrderOutcome> outcomes = outcomes(then);
    assertThat(outcomes.get(1)).isEqualTo(refused(RuleCode.SELF_APPROVAL, Map.of()));
    assertThat(outcomes.get(2))
        .isEqualTo(refused(RuleCode.PAYOUT_STATE, Map.of("state", "REQUESTED")));
    assertThat(outcomes.get(3)).isEqualTo(done(PayoutState.REJECTED, 1));
  }

  @Test
  void moneyForOneOfTwoGoesToTheFirst() {
    asked("P1", "50.00");
    asked("P2", "50.00");
    asked("P3", "0.01");
    Then then = together(approve("P1", APPROVER), approve("P2", APPROVER), approve("P3", APPROVER));
    assertThat(outcomes(then))
        .containsExactly(
            done(PayoutState.APPROVED, 2),
            done(PayoutState.APPROVED, 2),
            refused(RuleCode.INSUFFICIENT_FUNDS, Map.of("available", "0.00", "needed", "0.01")));
    assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(0, 10_000, 3));
  }

  @Test
  void whatOneGivesBackTheNextMaySpend() {
    asked("P1", "50.00");
    asked("P2", "50.00");
    asked("P3", "50.00");
    ledger.given(APPROVER, approve("P1", APPROVER), approve("P2", APPROVER));
    together(approve("P3", APPROVER), cancel("P1", FINANCE), approve("P3", APPROVER2))
        .thenTypes(
            EntriesPosted.class, PayoutCancelled.class, EntriesPosted.class, PayoutApproved.class);
    assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(0, 10_000, 5));
  }

  @Test
  void twoPeopleApproveOnePayoutAndTheSecondReserves() {
    asked("P1", "50.01");
    Then then = together(approve("P1", APPROVER), approve("P1", APPROVER2));
    then.thenTypes(PayoutApproved.class, EntriesPosted.class, PayoutApproved.class);
    assertThat(outcomes(then))
        .containsExactly(done(PayoutState.REQUESTED, 1), done(PayoutState.APPROVED, 2));
  }

  @Test
  void onePersonDoesNotCountTwiceAndASecondIsNotNeededTwice() {
    asked("P1", "50.01");
    asked("P2", "10.00");
    Then then =
        together(
            approve("P1", APPROVER),
            approve("P1", APPROVER),
            approve("P2", APPROVER),
            approve("P2", APPROVER2));
    assertThat(outcomes(then))
        .containsExactly(
            done(PayoutState.REQUESTED, 1),
            done(PayoutState.REQUESTED, 0),
            done(PayoutState.APPROVED, 2),
            refused(RuleCode.PAYOUT_STATE, Map.of("state", "APPROVED")));
  }

  @Test
  void whoApprovedAMomentAgoDoesNotPay() {
    asked("P1", "10.00");
    Then then = together(approve("P1", APPROVER), pay("P1", APPROVER), pay("P1", CASHIER, "bank"));
    then.thenTypes(
        EntriesPosted.class, PayoutApproved.class, EntriesPosted.class, PayoutPaid.class);
    assertThat(outcomes(then).get(1)).isEqualTo(refused(RuleCode.PAYER_NOT_THIRD_PERSON, Map.of()));
  }

  @Test
  void aPaymentThatIsToldTwiceIsMadeOnce() {
    asked("P1", "10.00");
    ledger.given(APPROVER, approve("P1", APPROVER));
    Then then = together(pay("P1", CASHIER), pay("P1", CASHIER));
    then.thenTypes(EntriesPosted.class, PayoutPaid.class);
    assertThat(outcomes(then))
        .containsExactly(done(PayoutState.PAID, 2), done(PayoutState.PAID, 0));
  }

  @Test
  void aRequestThatIsRepeatedAmongThemBeginsOnePayout() {
    Then then =
        together(
            request(AID, aid("P1", "10.00"), FINANCE),
            request(AID, aid("P2", "10.00"), FINANCE),
            request(AID, aid("P1", "99.00"), FINANCE2));
    then.thenTypes(PayoutRequested.class, PayoutRequested.class);
    PayoutRequested first = then.events(PayoutRequested.class).findFirst().orElseThrow();
    assertThat(outcomes(then).get(2)).isEqualTo(new OrderOutcome.Repeats(0, first));
    assertThat(first.amount()).isEqualTo(1_000);
  }

  @Test
  void aRequestFromBeforeIsKnownAndOneThatWasRefusedIsNot() {
    asked("P1", "10.00");
    ledger.given(FINANCE, freeze(AID));
    Then then =
        together(
            request(AID, aid("P1", "10.00"), FINANCE),
            request(AID, aid("P2", "10.00"), FINANCE),
            request(AID, aid("P2", "10.00"), FINANCE));
    then.thenNothing();
    assertThat(outcomes(then).getFirst())
        .isInstanceOfSatisfying(
            OrderOutcome.CarriedOut.class,
            known -> assertThat(known.answer()).isInstanceOf(Begun.Known.class));
    assertThat(outcomes(then).subList(1, 3)).containsOnly(refused(RuleCode.FUND_FROZEN, Map.of()));
  }

  @Test
  void aCollisionLeavesNothingAndTheRepetitionDecidesAnew() {
    AtomicBoolean blind = new AtomicBoolean();
    LedgerFixture racing =
        new LedgerFixture(seen -> ids -> blind.get() ? Map.of() : seen.find(ids))
            .given(FINANCE, open(AID), record(AID, line("D1", "100.00")))
            .given(FINANCE, request(AID, aid("P1", "10.00"), FINANCE))
            .given(FINANCE, request(AID, aid("P2", "20.00"), FINANCE));
    CarryOutPayoutOrders orders =
        new CarryOutPayoutOrders(
            AID, List.of(approve("P2", APPROVER), request(AID, aid("P1", "10.00"), FINANCE)));
    blind.set(true);
    racing.when(FINANCE, orders).thenFails(AggregateStreamCreationException.class);
    assertThat(racing.figures(AID)).isEqualTo(new FundFigures(10_000, 0, 1));
    blind.set(false);
    Then then = racing.when(FINANCE, orders);
    then.thenTypes(EntriesPosted.class, PayoutApproved.class);
    assertThat(outcomes(then).stream().map(GatheredOrdersTest::events)).containsExactly(2, 0);
  }

  @Test
  void refundsGoAlone() {
    together(request(AID, refund("R1", "D1", "1.00"), FINANCE))
        .thenFails(IllegalArgumentException.class);
    ledger.given(FINANCE, request(AID, refund("R1", "D1", "1.00"), FINANCE));
    together(approve("R1", APPROVER)).thenFails(IllegalArgumentException.class);
  }

  @Test
  void payoutsAreLockedByIdentityBeforeTheirFund() {
    for (int i = 1; i <= 5; i++) {
      asked("P" + i, "1.00");
    }
    Then then =
        together(
            approve("P3", APPROVER),
            approve("P1", APPROVER),
            approve("P5", APPROVER),
            approve("P2", APPROVER),
            approve("P4", APPROVER));
    LockOrder.requireKept(then.locked());
    assertThat(then.events(PayoutApproved.class)).hasSize(5);
  }

  private void asked(String reference, String amount) {
    ledger.given(FINANCE, request(AID, aid(reference, amount), FINANCE));
  }

  private Then together(PayoutOrder... orders) {
    return ledger.when(FINANCE, new CarryOutPayoutOrders(AID, List.of(orders)));
  }

  @SuppressWarnings("unchecked")
  private static List<OrderOutcome> outcomes(Then then) {
    return then.answer(List.class);
  }

  private static int events(OrderOutcome outcome) {
    return outcome instanceof OrderOutcome.CarriedOut done ? done.events() : 0;
  }

  private static OrderOutcome done(PayoutState state, int events) {
    return new OrderOutcome.CarriedOut(state, events);
  }

  private static OrderOutcome refused(RuleCode code, Map<String, String> facts) {
    return new OrderOutcome.RefusedOrder(code, facts);
  }
}
