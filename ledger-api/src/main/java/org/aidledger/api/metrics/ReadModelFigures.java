package org.aidledger.api.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.replay.EventSource;
import org.aidledger.projections.writing.LedgerProcessor;

/** How far what reads the book is behind it, in events and in time. */
final class ReadModelFigures implements MeterBinder {

  /** How far one reader is behind. */
  private record Lag(long positions, long millis) {}

  private final EventSource book;
  private final ReadPosition reading;
  private final InstantSource clock;

  ReadModelFigures(EventSource book, ReadPosition reading, InstantSource clock) {
    this.book = book;
    this.reading = reading;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    // All read models are written in one transaction and share one position; so does what destroys
    // keys.
    show(registry, LedgerProcessor.GROUP, reading::current);
  }

  private void show(MeterRegistry registry, String reader, LongSupplier position) {
    Remembered<Lag> lag = new Remembered<>(() -> behind(position.getAsLong()));
    Gauge.builder("ledger.read.model.lag", lag, known -> known.get().positions())
        .description("Events that the reader has not applied yet")
        .baseUnit("events")
        .tag("reader", reader)
        .strongReference(true)
        .register(registry);
    TimeGauge.builder(
            "ledger.read.model.lag.time", lag, TimeUnit.MILLISECONDS, known -> known.get().millis())
        .description("Age of the oldest event that the reader has not applied yet")
        .tag("reader", reader)
        .strongReference(true)
        .register(registry);
  }

  private Lag behind(long position) {
    long missing = Math.max(0, book.head() - position);
    return new Lag(missing, missing == 0 ? 0 : ageOf(position + 1));
  }

  private long ageOf(long position) {
    try (Stream<RecordedEvent> events = book.from(position)) {
      return events
          .findFirst()
          .map(event -> Math.max(0, clock.millis() - event.recordedAt().toEpochMilli()))
          .orElse(0L);
    }
  }
}
