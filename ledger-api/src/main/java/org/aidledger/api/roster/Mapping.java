package org.aidledger.api.roster;

import java.util.List;
import java.util.Map;

/**
 * Which column holds which field.
 *
 * @param headerLine the number of the line with the titles, 0 if the file has none
 * @param titles of all columns, as they stand in the file; empty without a header
 * @param columns counted from 0
 */
public record Mapping(
    RosterKind kind,
    int headerLine,
    List<String> titles,
    Map<RosterField, Integer> columns,
    RosterDefaults defaults) {

  public Mapping {
    titles = List.copyOf(titles);
    columns = Map.copyOf(columns);
  }
}
