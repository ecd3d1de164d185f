package org.aidledger.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * The line that a measurement must reach, as it stands in the project's list of what must be fast.
 *
 * @param line the number of the line; absent if the measurement only informs
 */
record Floor(Kind kind, @Nullable Double line) {

  enum Kind {
    NONE,
    RATIO_AT_LEAST,
    RATIO_AT_MOST,
    FIGURE_AT_LEAST,
    FIGURE_AT_MOST
  }

  /** A measurement that only informs. */
  static Floor none() {
    return new Floor(Kind.NONE, null);
  }

  /** At least so many times the raw figure. */
  static Floor ratioAtLeast(double line) {
    return new Floor(Kind.RATIO_AT_LEAST, line);
  }

  /** At most so many times the raw figure, where less is better. */
  static Floor ratioAtMost(double line) {
    return new Floor(Kind.RATIO_AT_MOST, line);
  }

  /** At least this figure, whatever the raw one is. */
  static Floor figureAtLeast(double line) {
    return new Floor(Kind.FIGURE_AT_LEAST, line);
  }

  /** At most this figure, whatever the raw one is. */
  static Floor figureAtMost(double line) {
    return new Floor(Kind.FIGURE_AT_MOST, line);
  }

  /** Whether the line is reached; a ratio that is missing or no number reaches none. */
  boolean isMet(double figure, @Nullable Double ratio) {
    double wanted = line == null ? 0 : line;
    return switch (kind) {
      case NONE -> true;
      case RATIO_AT_LEAST -> ratio != null && ratio >= wanted;
      case RATIO_AT_MOST -> ratio != null && ratio <= wanted;
      case FIGURE_AT_LEAST -> figure >= wanted;
      case FIGURE_AT_MOST -> figure <= wanted;
    };
  }
}
