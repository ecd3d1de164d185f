package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
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
