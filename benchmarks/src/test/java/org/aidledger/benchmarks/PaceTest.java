package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The load that does not wait for answers. */
class PaceTest {

  @Test
  void ordersAreSentAtTheRateAndEachOnce() throws Exception {
    Set<Integer> sent = ConcurrentHashMap.newKeySet();
    Pace.Outcome outcome =
        new Pace(4, 200, 0.5, () -> false).send(7, 1_000, (_, index) -> sent.add(index));
    assertThat(outcome.orders()).isEqualTo(100);
    assertThat(sent).hasSize(100).contains(7, 106);
    assertThat(outcome.seconds()).isGreaterThanOrEqualTo(0.45);
    assertThat(outcome.sinceDue().getTotalCount()).isEqualTo(100);
  }

  @Test
  void ordersComeAtAnyMomentOfTheirTurn() throws Exception {
    List<Long> times = new ArrayList<>();
    new Pace(1, 100, 0.5, () -> false).send(0, 1_000, (_, _) -> times.add(System.nanoTime()));
    // In even steps they would be 10 ms apart, and every load of a whole rate in step with them.
    assertThat(IntStream.range(1, times.size()).map(i -> gapMillis(times, i)))
        .anyMatch(gap -> gap < 7)
        .anyMatch(gap -> gap > 13);
  }

  private static int gapMillis(List<Long> times, int index) {
    return Math.toIntExact((times.get(index) - times.get(index - 1)) / 1_000_000);
  }

  @Test
  void whatCouldNotBeSentDuringAStallHasWaitedToo() throws Exception {
    Pace.Outcome outcome =
        new Pace(1, 100, 10, () -> false)
            .send(
                0,
                30,
                (_, index) -> {
                  if (index == 0) {
                    Thread.sleep(200);
                  }
                  return true;
                });
    // Only one order was slow to answer, but some twenty were due meanwhile.
    assertThat(outcome.sinceDue().getCountBetweenValues(40_000_000, Long.MAX_VALUE))
        .isGreaterThan(10);
    assertThat(Latency.of(outcome.sinceSent()).p50()).isLessThan(100);
  }

  @Test
  void withoutARateTheNextIsSentWhenTheLastIsAnswered() throws Exception {
    Pace.Outcome outcome =
        new Pace(2, Double.POSITIVE_INFINITY, 100, () -> false).send(0, 5_000, (_, _) -> true);
    assertThat(outcome.orders()).isEqualTo(5_000);
    assertThat(outcome.seconds()).isLessThan(50);
  }

  @Test
  void refusedOrdersAreCountedAndNotTimed() throws Exception {
    Pace.Outcome outcome =
        new Pace(2, Double.POSITIVE_INFINITY, 100, () -> false)
            .send(0, 100, (_, index) -> index % 4 == 0);
    assertThat(outcome.orders()).isEqualTo(100);
    assertThat(outcome.sinceSent().getTotalCount()).isEqualTo(25);
  }

  @Test
  void itEndsWhenItIsTold() throws Exception {
    long begun = System.nanoTime();
    Pace.Outcome outcome =
        new Pace(2, 100, 1_000, () -> System.nanoTime() - begun > 100_000_000)
            .send(0, Integer.MAX_VALUE, (_, _) -> true);
    assertThat(outcome.orders()).isPositive();
    assertThat(outcome.seconds()).isLessThan(100);
  }

  @Test
  void aFailedOrderEndsTheLoadAndIsTold() {
    assertThatThrownBy(
            () ->
                new Pace(2, 1_000, 100, () -> false)
                    .send(
                        0,
                        Integer.MAX_VALUE,
                        (_, _) -> {
                          throw new IllegalArgumentException("answered 500");
                        }))
        .hasRootCauseMessage("answered 500");
  }
}
