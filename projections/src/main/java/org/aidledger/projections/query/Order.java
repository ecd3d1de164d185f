package org.aidledger.projections.query;

/** The direction in which a list is read. */
public enum Order {
  OLDEST_FIRST("asc", ">"),
  NEWEST_FIRST("desc", "<");

  private final String sql;
  private final String beyond;

  Order(String sql, String beyond) {
    this.sql = sql;
    this.beyond = beyond;
  }

  /** {@code asc} or {@code desc}. */
  public String sql() {
    return sql;
  }

  /** How a later item of the list compares with an earlier one. */
  public String beyond() {
    return beyond;
  }
}
