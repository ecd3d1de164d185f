package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept in memory is bounded, short-lived and never older than a change. */
class MemoryTest {

  /** Begins near the end of what a long holds, since nanoTime may start anywhere. */
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Nested
  class Remembering {

    private final ShortMemory<String, String> memory =
        new ShortMemory<>(now::get, Duration.ofSeconds(60), 3);

    @Test
    void forgetsAfterItsTime() {
      memory.put("a", "1", memory.epoch());
      pass(Duration.ofSeconds(59));
      assertThat(memory.get("a")).isEqualTo("1");
      pass(Duration.ofSeconds(1));
      assertThat(memory.get("a")).isNull();
      assertThat(memory.size()).isZero();
    }

    @Test
    void holdsNoMoreThanItsBound() {
      for (String key : new String[] {"a", "b", "c", "d"}) {
        memory.put(key, "1", memory.epoch());
      }
      assertThat(memory.size()).isEqualTo(3);
      assertThat(memory.get("a")).isNull();
      assertThat(memory.get("d")).isEqualTo("1");
    }

    @Test
    void doesNotRememberWhatWasLookedUpBeforeAChange() {
      long before = memory.epoch();
      memory.forget("1"::equals);
      memory.put("a", "1", before);

      assertThat(memory.get("a")).isNull();
    }
  }

  @Nested
  class Sharing {

    private final SharedLookUp<String, Integer> shared = new SharedLookUp<>();
    private final AtomicInteger lookUps = new AtomicInteger();

    @Test
    void manyWhoAskAtOnceGetOneAnswerAndTheNextGetsAnother() throws Exception {
      CountDownLatch hold = new CountDownLatch(1);
      Set<Integer> answers = ConcurrentHashMap.newKeySet();
      List<Thread> askers = new ArrayList<>();
      askers.add(Thread.ofVirtual().start(() -> answers.add(shared.ask("a", () -> lookUp(hold)))));
      while (lookUps.get() == 0) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < 300; i++) {
        askers.add(
            Thread.ofVirtual().start(() -> answers.add(shared.ask("a", lookUps::incrementAndGet))));
      }
      while (askers.stream().anyMatch(asker -> asker.getState() != Thread.State.WAITING)) {
        Thread.onSpinWait();
      }
      hold.countDown();
      for (Thread asker : askers) {
        asker.join();
      }
      assertThat(answers).containsExactly(1);
      assertThat(lookUps.get()).isEqualTo(1);
      assertThat(shared.ask("a", lookUps::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whoeverWaitedGetsTheFailureAndTheNextTriesAgain() throws Exception {
      CountDownLatch hold = new CountDownLatch(1);
      List<String> failures = Collections.synchronizedList(new ArrayList<>());
      Thread first = asking(failures, () -> Math.divideExact(lookUp(hold), 0));
      while (lookUps.get() == 0) {
        Thread.onSpinWait();
      }
      Thread second = asking(failures, lookUps::incrementAndGet);
      while (second.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      hold.countDown();
      first.join();
      second.join();
      assertThat(failures).containsExactly("/ by zero", "/ by zero");
      assertThat(shared.ask("a", lookUps::incrementAndGet)).isEqualTo(2);
    }

    private Thread asking(List<String> failures, Supplier<Integer> lookUp) {
      return Thread.ofVirtual()
          .start(
              () -> {
                try {
                  shared.ask("a", lookUp);
                } catch (ArithmeticException e) {
                  failures.add(String.valueOf(e.getMessage()));
                }
              });
    }

    private int lookUp(CountDownLatch until) {
      int mine = lookUps.incrementAndGet();
      try {
        until.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return mine;
    }
  }

  @Nested
  class Throttling {

    private final Throttle throttle = new Throttle(now::get, Duration.ofMinutes(5), 2, 3);

    @Test
    void lettingInStopsAtTheLimitUntilTheWindowEnds() {
      assertThat(throttle.begin("a")).isZero();
      pass(Duration.ofMinutes(1));
      assertThat(throttle.begin("a")).isZero();
      assertThat(throttle.begin("a")).isEqualTo(Duration.ofMinutes(4));
      assertThat(throttle.begin("b")).isZero();
      pass(Duration.ofMinutes(4));
      assertThat(throttle.begin("a")).isZero();
    }

    @Test
    void aSuccessDoesNotCount() {
      for (int i = 0; i < 10; i++) {
        assertThat(throttle.begin("a")).isZero();
        throttle.giveBack("a");
      }
    }

    @Test
    void aSuccessDoesNotWipeOutTheFailuresOfOthers() {
      throttle.begin("a");
      throttle.begin("a");
      throttle.giveBack("a");
      assertThat(throttle.begin("a")).isZero();
      assertThat(throttle.begin("a")).isPositive();
    }

    @Test
    void manyKeysFillNoMemory() {
      for (int i = 0; i < 1000; i++) {
        throttle.begin("key " + i);
      }
      assertThat(throttle.size()).isEqualTo(3);
      pass(Duration.ofMinutes(6));
      throttle.begin("another");
      assertThat(throttle.size()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:",
    "2001:DB8:1:2::9, 2001:db8:1:2:",
    "2001:db8::1, 2001:db8:0:0:",
    "fe80::1%eth0, fe80:0:0:0:",
    "::1, 0:0:0:0:"
  })
  void anIpv6CustomerIsOneAddress(String address, String group) {
    assertThat(Address.group(address)).isEqualTo(group);
  }
}
