package org.aidledger.api.imports;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps an import from running away from the read models: while it posts a roster of a whole city,
 * whoever looks at a balance should see one that is seconds old, not a minute.
 *
 * @param head last position of the book
 */
record ReadersFollow(LongSupplier head, Reading reading) {

  /** About what the read models apply in a quarter of a minute on two cores. */
  static final long MOST_BEHIND = 400_000;

  /** Recording never depends on the read models: behind some that stand still it is only slow. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  /** The read models. */
  @FunctionalInterface
  interface Reading {

    /** Waits until they have applied a position; says whether they did in time. */
    boolean await(long position, Duration atMost);
  }

  /**
   * Waits for a moment while they are too far behind.
   *
   * @return whether they follow
   */
  boolean await() {
    return reading.await(head.getAsLong() - MOST_BEHIND, PATIENCE);
  }
}
