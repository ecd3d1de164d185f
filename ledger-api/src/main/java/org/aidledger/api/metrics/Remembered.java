package org.aidledger.api.metrics;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks once for all figures of one scrape. */
final class Remembered<T> {

  private static final long GOOD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Supplier<T> source;
  private @Nullable T found;
  private long foundAt;

  Remembered(Supplier<T> source) {
    this.source = source;
  }

  synchronized T get() {
    T known = found;
    if (known == null || System.nanoTime() - foundAt > GOOD_NANOS) {
      known = source.get();
      found = known;
      foundAt = System.nanoTime();
    }
    return known;
  }
}
