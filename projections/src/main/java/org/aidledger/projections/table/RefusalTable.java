package org.aidledger.projections.table;

import java.time.Instant;

/** Commands that a rule refused. */
public final class RefusalTable {

  public static final Table TABLE = new Table("refusal");

  public static final Column<Long> POSITION = TABLE.key("position", Type.LONG);
  public static final Column<String> REFUSAL_ID = TABLE.column("refusal_id", Type.TEXT);
  public static final Column<Instant> RECORDED_AT = TABLE.column("recorded_at", Type.TIME);
  public static final Column<String> ACTOR = TABLE.column("actor", Type.TEXT);
  public static final Column<String> COMMAND = TABLE.column("command", Type.TEXT);
  public static final Column<String> CODE = TABLE.column("code", Type.TEXT);
  public static final Column<String> FUND_ID = TABLE.column("fund_id", Type.TEXT);
  public static final Column<String> SUBJECT_OF_COMMAND =
      TABLE.column("subject_of_command", Type.TEXT);
  public static final Column<String> FACTS = TABLE.column("facts", Type.JSON);

  private RefusalTable() {}
}
