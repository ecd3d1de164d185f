package org.aidledger.system;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what another process does. */
final class Waiting {

  /**
   * How long anything is waited for that must come to pass. It says nothing of how fast the ledger
   * is: a machine that does five other things at once takes many times as long as an idle one, and
   * whoever waits in vain has found a fault that is worth minutes.
   */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private Waiting() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }

  /** Returns as soon as it is so; fails when patience is at its end, with what was waited for. */
  static void until(String what, BooleanSupplier isSo) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() - until > 0) {
        throw new AssertionError("waited " + PATIENCE + " in vain until " + what);
      }
      millis(50);
    }
  }
}
