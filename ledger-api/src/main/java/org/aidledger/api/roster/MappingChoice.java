package org.aidledger.api.roster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a mapping; what was not decided stays as it was found.
 *
 * @param headerLine 0 if the file has no header
 * @param columns for each field, as a text, the number of the column from 1, its letters or its
 *     title; empty if the file has no column for the field
 */
public record MappingChoice(
    @Nullable RosterKind kind,
    @Nullable Integer headerLine,
    Map<RosterField, String> columns,
    RosterDefaults defaults) {

  /** Nothing was decided. */
  public static final MappingChoice NONE =
      new MappingChoice(null, null, Map.of(), RosterDefaults.NONE);

  public MappingChoice {
    columns = Map.copyOf(columns);
  }
}
