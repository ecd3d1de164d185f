package org.aidledger.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * A figure beside its limit.
 *
 * @param value in {@code unit}
 * @param raw what PostgreSQL alone does with the same bytes, in the same unit; absent where there
 *     is no such thing
 */
record Figure(double value, String unit, @Nullable Double raw, Floor floor) {

  /** How many times the raw figure it is; absent where there is none. */
  @Nullable Double ratio() {
    return raw == null ? null : value / raw;
  }

  boolean isMet() {
    return floor.isMet(value, ratio());
  }
}
