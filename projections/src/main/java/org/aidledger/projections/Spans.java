package org.aidledger.projections;

import java.util.List;

/**
 * The lengths of the spans of positions for which sums are kept, as powers of two. A sum up to any
 * position is then a few whole spans of each length and the lines of the last, unfinished one.
 *
 * @param shifts the binary logarithms of the lengths, the shortest first
 */
public record Spans(List<Integer> shifts) {

  /**
   * Spans of 1,024, of 16,384, of 262,144 and of 16,777,216 positions. A line costs a question
   * about the past more than a sum does, so that the shortest are short (docs/adr/0004).
   */
  public static final Spans STANDARD = new Spans(List.of(10, 14, 18, 24));

  public Spans {
    shifts = List.copyOf(shifts);
  }
}
