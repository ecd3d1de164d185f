package org.aidledger.api.period;

import org.aidledger.core.period.OpenItem;
import org.jspecify.annotations.Nullable;

/**
 * One point of the list that is gone through before a period is closed.
 *
 * @param open what is open about it, absent if the point is ready
 * @param figure how much of it is open, or what it stands at, {@value #NO_FIGURE} if nothing
 */
public record ReadinessPoint(Point point, @Nullable OpenItem open, String figure) {

  /** Stands where there is none. */
  static final String NO_FIGURE = "-";

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

  /** Whether there is a figure to show. */
  public boolean hasFigure() {
    return !figure.equals(NO_FIGURE);
  }

  /** Whether no acknowledgement helps. */
  public boolean blocks() {
    return open != null && !open.isAcknowledgeable();
  }
}
