package org.aidledger.verifier.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers what is wrong; of each kind the first are kept and the others counted. */
public final class Findings {

  /** More of one kind tell nobody anything. */
  static final int KEPT_OF_EACH = 20;

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Code, Long> counts = new EnumMap<>(Code.class);

  /** Begins with none. */
  public Findings() {}

  /** Adds one, with the names and values of its facts in turn. */
  public void add(Code code, Object... facts) {
    if (counts.merge(code, 1L, Long::sum) <= KEPT_OF_EACH) {
      kept.add(Finding.of(code, facts));
    }
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** The first of each kind, in the order in which they were found. */
  public List<Finding> kept() {
    return List.copyOf(kept);
  }

  /** How many there are of each kind. */
  public Map<Code, Long> counts() {
    return new EnumMap<>(counts);
  }
}
