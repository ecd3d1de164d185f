package org.aidledger.api.payout;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.payout.SettledLine.Outcome;

/**
 * What became of the bank's answer to a payment file.
 *
 * @param counts of every outcome, also of those that no line has
 * @param position up to which a reader must have read to see it
 */
public record SettledFile(Map<Outcome, Integer> counts, List<SettledLine> lines, long position) {

  static SettledFile of(List<SettledLine> lines, long position) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0);
    }
    lines.forEach(line -> counts.merge(line.outcome(), 1, Integer::sum));
    return new SettledFile(counts, List.copyOf(lines), position);
  }

  public int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }
}
