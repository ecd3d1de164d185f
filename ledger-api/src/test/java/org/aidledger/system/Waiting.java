package org.aidledger.system;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what another process does. */
final class Waiting {

  private Waiting() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }

  /** Returns as soon as it is so; fails after the time, with what was waited for. */
  static void until(String what, Duration atMost, BooleanSupplier isSo) {
    long until = System.nanoTime() + atMost.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("waited " + atMost + " in vain until " + what);
      }
      millis(50);
    }
  }
}
