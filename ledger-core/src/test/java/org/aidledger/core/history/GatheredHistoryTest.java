package org.aidledger.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fixture.LockOrder;
import org.aidledger.core.fixture.People;
import org.aidledger.core.fixture.Seeds;
import org.aidledger.core.fixture.Stored;
import org.aidledger.core.fixture.Then;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.payout.OrderOutcome;
import org.aidledger.core.payout.command.CarryOutPayoutOrders;
import org.aidledger.core.payout.command.PayoutMove;
import org.aidledger.core.payout.command.PayoutOrder;
import org.aidledger.core.payout.command.RequestPayout;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.stream.Begun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders about payouts that are carried out together come to what they come to one by one. */
class GatheredHistoryTest {

  private static final int ORDERS = 1_500;
  private static final int AT_ONCE = 60;
  private static final AccountId NOBODY_IN_PARTICULAR = People.person(1);

  private final LedgerFixture oneByOne = new LedgerFixture();
  private final LedgerFixture together = new LedgerFixture();
  private int gathered;
  private int refused;

  static LongStream seeds() {
    return Seeds.some(4);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void togetherIsAsOneByOne(long seed) {
    List<Step> steps = new OrderGenerator(Seeds.random("gathered", seed)).history(ORDERS);
    for (int from = 0; from < steps.size(); from += AT_ONCE) {
      play(steps.subList(from, Math.min(from + AT_ONCE, steps.size())));
    }
    assertThat(events(together.stored())).isEqualTo(events(oneByOne.stored()));
    assertThat(gathered).isGreaterThan(40);
    assertThat(refused).isGreaterThan(10);
  }

  /** What can be gathered comes last, fund by fund. */
  private void play(List<Step> steps) {
    Map<FundId, List<PayoutOrder>> gatherable = new LinkedHashMap<>();
    for (Step step : steps) {
      FundId fund = step.order() instanceof PayoutOrder order ? fundOf(order) : null;
      if (fund == null) {
        oneByOne.when(step.actor(), step.order());
        together.when(step.actor(), step.order());
      } else {
        gatherable.computeIfAbsent(fund, _ -> new ArrayList<>()).add((PayoutOrder) step.order());
      }
    }
    gatherable.forEach(this::carryOut);
  }

  private void carryOut(FundId fund, List<PayoutOrder> orders) {
    Then all = together.when(NOBODY_IN_PARTICULAR, new CarryOutPayoutOrders(fund, orders));
    LockOrder.requireKept(all.locked());
    List<?> outcomes = all.answer(List.class);
    for (int i = 0; i < orders.size(); i++) {
      Then alone = oneByOne.when(orders.get(i).actor(), orders.get(i));
      requireSame(alone, (OrderOutcome) outcomes.get(i));
      gathered++;
    }
  }

  private void requireSame(Then alone, OrderOutcome outcome) {
    switch (outcome) {
      case OrderOutcome.CarriedOut(Begun.Known known, int events) -> {
        assertThat(alone.answer(Begun.class)).isEqualTo(known);
        assertThat(events).isZero();
      }
      case OrderOutcome.CarriedOut(Object answer, int events) -> {
        assertThat(alone.answer(Object.class)).isEqualTo(answer);
        assertThat(alone.stored()).hasSize(events);
      }
      case OrderOutcome.Repeats(int _, PayoutRequested event) ->
          assertThat(alone.answer(Begun.Known.class).event()).isEqualTo(event);
      case OrderOutcome.RefusedOrder(var code, var facts) -> {
        refused++;
        assertThat(alone.failure())
            .isInstanceOfSatisfying(
                Refused.class,
                no -> {
                  assertThat(no.code()).isEqualTo(code);
                  assertThat(no.facts()).isEqualTo(facts);
                });
      }
    }
  }

  /** Null where an order goes alone: about a refund, about a fund or a payout that is not there. */
  private @Nullable FundId fundOf(PayoutOrder order) {
    return switch (order) {
      case RequestPayout request ->
          request.line().donationId() != null || oneByOne.stream(request.fundId()).isEmpty()
              ? null
              : request.fundId();
      case PayoutMove move -> {
        List<Object> events = oneByOne.stream(move.payoutId());
        yield !events.isEmpty()
                && events.getFirst() instanceof PayoutRequested first
                && first.donationId() == null
            ? FundId.of(first.fundId())
            : null;
      }
    };
  }

  private static List<List<Object>> events(List<Stored> stored) {
    return stored.stream()
        .map(s -> List.<Object>of(s.position(), s.stream(), s.event(), s.actor()))
        .toList();
  }
}
