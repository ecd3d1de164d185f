package org.aidledger.api.period;

import org.aidledger.core.period.OpenItem;
import org.jspecify.annotations.Nullable;

/**
 * One point of the list that is gone through before a period is closed.
 *
 * @param open what is open about it, absent if the point is ready
 * @param figure how much of it is open, or what it stands at
 */
public record ReadinessPoint(Point point, @Nullable OpenItem open, String figure) {

  /** What is looked at. */
  public enum Point {
    PAYOUTS,
    RUNNING_IMPORTS,
    FAILED_IMPORTS,
    REPLAY,
    SEAL
  }

  public boolean ready() {
    return open == null;
  }

  /** Whether no acknowledgement helps. */
  public boolean blocks() {
    return open != null && !open.isAcknowledgeable();
  }
}
