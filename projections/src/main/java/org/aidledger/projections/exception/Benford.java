package org.aidledger.projections.exception;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * How far counts of first digits are from Benford's law, in exact decimal arithmetic. The limits
 * come from general literature on digit analysis and were not checked against a standard.
 */
public final class Benford {

  /** Fewer amounts say nothing. */
  public static final long FEWEST = 300;

  /** Chi-square with 8 degrees of freedom at one in a hundred: tables of the distribution. */
  public static final BigDecimal LIMIT = new BigDecimal("20.090");

  /** log10(1 + 1/d) for d from 1 to 9, to ten places. */
  private static final List<BigDecimal> SHARES =
      List.of(
          new BigDecimal("0.3010299957"),
          new BigDecimal("0.1760912591"),
          new BigDecimal("0.1249387366"),
          new BigDecimal("0.0969100130"),
          new BigDecimal("0.0791812460"),
          new BigDecimal("0.0669467896"),
          new BigDecimal("0.0579919470"),
          new BigDecimal("0.0511525224"),
          new BigDecimal("0.0457574906"));

  private static final MathContext EXACT = MathContext.DECIMAL128;

  private final long[] counts;
  private final long total;

  /**
   * Takes exact counts.
   *
   * @param counts of the digits from 1 to 9, in this order
   */
  public Benford(long... counts) {
    if (counts.length != SHARES.size()) {
      throw new IllegalArgumentException("there are nine first digits");
    }
    this.counts = counts.clone();
    long sum = 0;
    for (long count : counts) {
      sum = Math.addExact(sum, count);
    }
    total = sum;
  }

  public long total() {
    return total;
  }

  /** Whether there are enough amounts and they are too far off. */
  public boolean deviates() {
    return total >= FEWEST && chiSquare().compareTo(LIMIT) > 0;
  }

  /** The sum of (counted - expected)² / expected, to three places; zero without any amount. */
  public BigDecimal chiSquare() {
    BigDecimal sum = BigDecimal.ZERO;
    for (int digit = 1; digit <= counts.length && total > 0; digit++) {
      BigDecimal expected = expected(digit);
      BigDecimal off = BigDecimal.valueOf(counts[digit - 1]).subtract(expected);
      sum = sum.add(off.multiply(off, EXACT).divide(expected, EXACT), EXACT);
    }
    return sum.setScale(3, RoundingMode.HALF_EVEN);
  }

  /** The mean of |share counted - share expected| over the nine digits, to six places. */
  public BigDecimal meanAbsoluteDeviation() {
    if (total == 0) {
      return BigDecimal.ZERO.setScale(6);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int digit = 1; digit <= counts.length; digit++) {
      BigDecimal off = BigDecimal.valueOf(counts[digit - 1]).subtract(expected(digit)).abs();
      sum = sum.add(off);
    }
    return sum.divide(BigDecimal.valueOf(total * counts.length), EXACT)
        .setScale(6, RoundingMode.HALF_EVEN);
  }

  /** The digit that stands first more often beyond expectation than any other. */
  public int mostExceeded() {
    int most = 1;
    for (int digit = 2; digit <= counts.length; digit++) {
      if (excess(digit).compareTo(excess(most)) > 0) {
        most = digit;
      }
    }
    return most;
  }

  private BigDecimal excess(int digit) {
    return BigDecimal.valueOf(counts[digit - 1]).subtract(expected(digit));
  }

  private BigDecimal expected(int digit) {
    return SHARES.get(digit - 1).multiply(BigDecimal.valueOf(total));
  }
}
