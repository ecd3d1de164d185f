package org.aidledger.projections.correction;

import org.aidledger.projections.Figures;

/**
 * A period as it was known before and after, and what the lines in between add up to. Before and
 * after come from the balances, the changes from the lines alone, so that one proves the other.
 *
 * @param lines how many changed anything
 */
public record CorrectionTotals(Figures before, Figures after, Figures changes, long lines) {

  /** Whether the lines explain the whole difference. */
  public boolean ties() {
    long[] was = before.toArray();
    long[] is = after.toArray();
    long[] changed = changes.toArray();
    for (int i = 0; i < was.length; i++) {
      if (Math.addExact(was[i], changed[i]) != is[i]) {
        return false;
      }
    }
    return true;
  }
}
