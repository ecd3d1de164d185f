package org.aidledger.benchmarks;

import java.util.Arrays;

/**
 * Ranks by Zipf's law: the second is chosen half as often as the first, the third a third as often.
 * The rank follows from the number alone.
 */
final class Zipf {

  private final double[] cumulative;

  Zipf(int ranks) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int i = 0; i < ranks; i++) {
      sum += 1.0 / (i + 1);
      cumulative[i] = sum;
    }
  }

  /** The rank for a number, from 0. */
  int rank(int number) {
    double point = mixed(number) * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, point);
    return Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
  }

  /** Evenly spread over [0, 1), without a pattern in neighbours (the finisher of SplitMix64). */
  private static double mixed(int number) {
    long z = (number + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1.0p-53;
  }
}
