package org.aidledger.projections.table;

import java.time.Instant;
import java.util.UUID;

/** Readings of personal data. */
public final class DataAccessTable {

  public static final Table TABLE = new Table("data_access");

  public static final Column<Long> POSITION = TABLE.key("position", Type.LONG);
  public static final Column<String> ACCESS_ID = TABLE.column("access_id", Type.TEXT);
  public static final Column<Instant> RECORDED_AT = TABLE.column("recorded_at", Type.TIME);
  public static final Column<String> ACTOR = TABLE.column("actor", Type.TEXT);
  public static final Column<UUID> SUBJECT_ID = TABLE.column("subject_id", Type.ID);
  public static final Column<String> FIELD = TABLE.column("field", Type.TEXT);
  public static final Column<String> CONTEXT = TABLE.column("context", Type.TEXT);

  private DataAccessTable() {}
}
