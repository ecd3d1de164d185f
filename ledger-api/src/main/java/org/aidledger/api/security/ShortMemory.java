package org.aidledger.api.security;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers a bounded number of facts for a short time. What was looked up before {@link #forget}
 * is never remembered after it: a look-up takes the {@link #epoch} first and hands it back.
 */
final class ShortMemory<K, V> {

  private record Kept<V>(V value, long until) {}

  private final LongSupplier nanoTime;
  private final long keepNanos;
  private final int max;
  private final Map<K, Kept<V>> kept;
  private long epoch;

  /**
   * An empty memory.
   *
   * @param nanoTime monotonic, in nanoseconds
   * @param max beyond which the oldest entry goes
   */
  ShortMemory(LongSupplier nanoTime, Duration keep, int max) {
    this.nanoTime = nanoTime;
    this.keepNanos = keep.toNanos();
    this.max = max;
    this.kept = new LinkedHashMap<>();
  }

  synchronized long epoch() {
    return epoch;
  }

  synchronized @Nullable V get(K key) {
    Kept<V> entry = kept.get(key);
    if (entry == null) {
      return null;
    }
    if (nanoTime.getAsLong() - entry.until >= 0) {
      kept.remove(key);
      return null;
    }
    return entry.value;
  }

  /** Remembers, unless something was forgotten since the epoch. */
  synchronized void put(K key, V value, long since) {
    if (since != epoch) {
      return;
    }
    kept.remove(key);
    kept.put(key, new Kept<>(value, nanoTime.getAsLong() + keepNanos));
    while (kept.size() > max) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  synchronized void forget(Predicate<V> which) {
    epoch++;
    kept.values().removeIf(entry -> which.test(entry.value));
  }

  synchronized int size() {
    return kept.size();
  }
}
