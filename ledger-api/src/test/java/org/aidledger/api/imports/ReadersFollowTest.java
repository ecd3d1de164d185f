package org.aidledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** An import waits for read models that are far behind, but never for long. */
class ReadersFollowTest {

  private final AtomicLong head = new AtomicLong();
  private final AtomicLong applied = new AtomicLong();
  private final List<Duration> waits = new ArrayList<>();
  private final ReadersFollow readers = new ReadersFollow(head::get, this::reached);

  private boolean reached(long position, Duration atMost) {
    waits.add(atMost);
    return applied.get() >= position;
  }

  @Test
  void readModelsMayBeSomeThousandsBehindAndNotMore() {
    applied.set(1_000);
    head.set(1_000 + ReadersFollow.MOST_BEHIND);
    assertThat(readers.await()).isTrue();

    head.incrementAndGet();
    assertThat(readers.await()).isFalse();

    applied.incrementAndGet();
    assertThat(readers.await()).isTrue();
  }

  @Test
  void readModelsThatStandStillOnlySlowItDown() {
    head.set(10 * ReadersFollow.MOST_BEHIND);
    assertThat(readers.await()).isFalse();
    assertThat(waits).containsExactly(ReadersFollow.PATIENCE);
    assertThat(ReadersFollow.PATIENCE).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }
}
