package org.aidledger.api.roster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The columns that a row of titles offers for a kind of file.
 *
 * @param found columns counted from 0
 * @param ambiguous fields that several columns fit equally
 */
record Columns(Map<RosterField, Integer> found, Map<RosterField, List<Integer>> ambiguous) {

  static Columns of(RosterKind kind, List<String> titles) {
    Map<RosterField, Integer> ranks = new EnumMap<>(RosterField.class);
    Map<RosterField, List<Integer>> candidates = new EnumMap<>(RosterField.class);
    for (int column = 0; column < titles.size(); column++) {
      for (Synonyms.Match match : Synonyms.matches(kind, titles.get(column))) {
        int best = ranks.getOrDefault(match.field(), Integer.MAX_VALUE);
        if (match.rank() < best) {
          ranks.put(match.field(), match.rank());
          candidates.put(match.field(), new ArrayList<>(List.of(column)));
        } else if (match.rank() == best) {
          of(candidates, match.field()).add(column);
        }
      }
    }
    giveUpShared(candidates);
    Map<RosterField, Integer> found = new EnumMap<>(RosterField.class);
    Map<RosterField, List<Integer>> ambiguous = new EnumMap<>(RosterField.class);
    candidates.forEach(
        (field, columns) -> {
          if (columns.size() == 1) {
            found.put(field, columns.getFirst());
          } else {
            ambiguous.put(field, columns);
          }
        });
    return new Columns(found, ambiguous);
  }

  /**
   * A title such as 职工姓名 can be the payee or the relative; it is the relative only if another is
   * the payee.
   */
  private static void giveUpShared(Map<RosterField, List<Integer>> candidates) {
    if (candidates
        .getOrDefault(RosterField.NAME, List.of())
        .equals(candidates.get(RosterField.RELATIVE))) {
      candidates.remove(RosterField.RELATIVE);
    }
  }

  private static List<Integer> of(Map<RosterField, List<Integer>> map, RosterField field) {
    return map.getOrDefault(field, Collections.emptyList());
  }

  /** How much of the kind was recognised. */
  int score() {
    return found.size() + ambiguous.size();
  }

  boolean has(RosterField field) {
    return found.containsKey(field) || ambiguous.containsKey(field);
  }
}
