package org.aidledger.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.aidledger.core.donation.event.DonationEvent;
import org.aidledger.core.entry.event.EntryEvent;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fixture.LockOrder;
import org.aidledger.core.fixture.Seeds;
import org.aidledger.core.fixture.Stored;
import org.aidledger.core.fixture.Then;
import org.aidledger.core.fund.event.FundEvent;
import org.aidledger.core.payout.event.PayoutBatchEvent;
import org.aidledger.core.payout.event.PayoutEvent;
import org.aidledger.core.period.event.PeriodEvent;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever anybody orders, in whatever order, the book stays right. */
class HistoryTest {

  private static final int ORDERS = 600;
  private static final int SEEDS = 4;

  static LongStream seeds() {
    return Seeds.some(SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theBookStaysRightAfterEveryOrder(long seed) {
    LedgerFixture ledger = new LedgerFixture();
    MoneyBook money = new MoneyBook();
    DutyBook duties = new DutyBook();
    DonationBook donations = new DonationBook();
    FundStateBook states = new FundStateBook();
    PeriodBook periods = new PeriodBook();
    for (Step step : history(seed)) {
      Then then = ledger.when(step.actor(), step.order());
      requireAnswerOrRefusal(step, then);
      LockOrder.requireKept(then.locked());
      assertThat(then.stored().stream().map(Stored::append).distinct()).hasSizeLessThan(2);
      money.add(then.stored());
      money.requireNothingBelowZero();
      duties.add(then.stored());
      periods.add(then.stored());
      then.stored().forEach(donations::add);
      then.stored().forEach(states::add);
      touched(then).forEach(f -> assertThat(ledger.figures(f)).isEqualTo(money.figures(f)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFundRestoredFromASnapshotBehavesAsTheOriginal(long seed) {
    LedgerFixture original = new LedgerFixture();
    LedgerFixture restored = LedgerFixture.withSnapshots(3);
    for (Step step : history(seed)) {
      Then one = original.when(step.actor(), step.order());
      Then other = restored.when(step.actor(), step.order());
      assertThat(events(other)).isEqualTo(events(one));
      assertThat(String.valueOf(other.failure())).isEqualTo(String.valueOf(one.failure()));
      touched(one).forEach(f -> assertThat(restored.figures(f)).isEqualTo(original.figures(f)));
    }
    assertThat(restored.snapshotsRead()).isGreaterThan(ORDERS / 3);
  }

  /** A generator that tries too little would prove nothing. */
  @Test
  void theHistoriesTryEveryWayInWhichMoneyMoves() {
    Set<Class<?>> seen = new HashSet<>();
    Set<Object> refusals = new HashSet<>();
    for (long seed = 1; seed <= 3 * SEEDS; seed++) {
      LedgerFixture ledger = new LedgerFixture();
      for (Step step : history(seed)) {
        Then then = ledger.when(step.actor(), step.order());
        then.stored().forEach(stored -> seen.add(stored.event().getClass()));
        if (then.failure() instanceof Refused refused) {
          refusals.add(refused.code());
        }
      }
    }
    for (Class<?> family :
        List.of(
            FundEvent.class,
            PeriodEvent.class,
            DonationEvent.class,
            EntryEvent.class,
            PayoutEvent.class,
            PayoutBatchEvent.class)) {
      assertThat(EventFamilies.recordsOf(family)).allMatch(seen::contains);
    }
    assertThat(seen).contains(FundsTransferred.class, EntryReversed.class);
    assertThat(refusals).hasSizeGreaterThanOrEqualTo(15).contains(RuleCode.PERIOD_CLOSED);
  }

  private static List<Step> history(long seed) {
    return new OrderGenerator(Seeds.random("history", seed)).history(ORDERS);
  }

  private static void requireAnswerOrRefusal(Step step, Then then) {
    if (then.failure() != null) {
      assertThat(then.stored()).isEmpty();
      assertThat(then.failure())
          .as("%s", step)
          .isInstanceOfAny(
              Refused.class,
              AggregateNotFoundException.class,
              AggregateStreamCreationException.class);
    }
  }

  private static List<Object> events(Then then) {
    return then.stored().stream().map(Stored::event).toList();
  }

  private static Set<String> touched(Then then) {
    Set<String> funds = new HashSet<>();
    for (Stored stored : then.stored()) {
      if (stored.event() instanceof FundEvent event) {
        funds.add(event.fundId());
      }
    }
    return funds;
  }
}
