package org.aidledger.projections.replay;

import org.jspecify.annotations.Nullable;

/**
 * One place where the live copy is not what the events say.
 *
 * @param key the row's primary key, such as {@code position=17, line=0}
 * @param column the altered column, absent for a whole row
 * @param live what the live copy says
 * @param rebuilt what the events say
 */
public record Difference(
    String table,
    String key,
    Kind kind,
    @Nullable String column,
    @Nullable String live,
    @Nullable String rebuilt) {

  /** In which way the copies differ. */
  public enum Kind {
    /** The row has another value in a column. */
    ALTERED,
    /** The live copy lacks the row. */
    MISSING,
    /** The live copy has a row that no event explains. */
    SURPLUS,
    /** The table itself is of another shape; its rows were not compared. */
    SHAPE
  }
}
