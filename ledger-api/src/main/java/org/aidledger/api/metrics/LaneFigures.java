package org.aidledger.api.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.aidledger.store.event.AppendLane;
import org.aidledger.store.event.LaneWatcher;

/** What enters the book, how many events at once, and how long a commit takes. */
final class LaneFigures implements LaneWatcher {

  private static final Duration[] COMMITTED_WITHIN =
      LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final DistributionSummary batches;
  private final Timer commits;

  /** By the stored name of the event, of which there are as many as kinds of facts. */
  private final Map<String, Counter> recorded = new ConcurrentHashMap<>();

  private LaneFigures(MeterRegistry registry) {
    this.registry = registry;
    batches =
        DistributionSummary.builder("ledger.append.batch")
            .description("Events that one transaction appended")
            .baseUnit("events")
            .serviceLevelObjectives(1, 2, 5, 10, 50, 100, 500, 1_000, 5_000, 10_000)
            .register(registry);
    commits =
        Timer.builder("ledger.append.commit")
            .description("One transaction of the lane, the flush to disk included")
            .serviceLevelObjectives(COMMITTED_WITHIN)
            .register(registry);
  }

  static void watch(AppendLane lane, MeterRegistry registry) {
    Gauge.builder("ledger.append.waiting", lane, AppendLane::queueLength)
        .description("Decided orders that wait for the next transaction")
        .baseUnit("orders")
        .register(registry);
    lane.watch(new LaneFigures(registry));
  }

  @Override
  public void committed(int events, long nanos) {
    batches.record(events);
    commits.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void recorded(String type, int count) {
    recorded.computeIfAbsent(type, this::counter).increment(count);
  }

  private Counter counter(String type) {
    return Counter.builder("ledger.events.recorded")
        .description("Events recorded by this process")
        .tag("event", type)
        .register(registry);
  }
}
