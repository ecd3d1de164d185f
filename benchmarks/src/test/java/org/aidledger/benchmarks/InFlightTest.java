package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The load: each order once, so many at a time. */
class InFlightTest {

  @Test
  void everyOrderIsSentOnceAndTimed() throws Exception {
    Set<Integer> sent = ConcurrentHashMap.newKeySet();
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    InFlight.Outcome outcome =
        InFlight.send(
            8,
            5,
            205,
            n -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.sleep(1);
              assertThat(sent.add(n)).isTrue();
              now.decrementAndGet();
            });
    assertThat(sent).hasSize(200).contains(5, 204);
    assertThat(most.get()).isBetween(2, 8);
    assertThat(outcome.orders()).isEqualTo(200);
    assertThat(outcome.times().getTotalCount()).isEqualTo(200);
    assertThat(Latency.of(outcome.times()).p50()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void aFailedOrderEndsTheLoadAndIsTold() {
    assertThatThrownBy(
            () ->
                InFlight.send(
                    4,
                    0,
                    1_000_000_000,
                    n -> {
                      throw new IllegalArgumentException("refused");
                    }))
        .hasRootCauseMessage("refused");
  }
}
