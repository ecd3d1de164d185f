package org.aidledger.projections.table;

import java.time.Instant;
import java.util.UUID;

/** Keys asked to be destroyed, and destroyed ones. */
public final class KeyDestructionTable {

  public static final Table TABLE = new Table("key_destruction");

  public static final Column<UUID> SUBJECT_ID = TABLE.key("subject_id", Type.ID);
  public static final Column<String> STATE = TABLE.column("state", Type.TEXT);
  public static final Column<UUID> REASON_SUBJECT = TABLE.column("reason_subject", Type.ID);
  public static final Column<String> REASON_SEALED = TABLE.column("reason_sealed", Type.TEXT);
  public static final Column<String> REQUESTED_BY = TABLE.column("requested_by", Type.TEXT);
  public static final Column<Instant> REQUESTED_AT = TABLE.column("requested_at", Type.TIME);
  public static final Column<String> CONFIRMED_BY = TABLE.column("confirmed_by", Type.TEXT);
  public static final Column<Instant> DESTROYED_AT = TABLE.column("destroyed_at", Type.TIME);
  public static final Column<Long> FIRST_POSITION = TABLE.column("first_position", Type.LONG);
  public static final Column<Long> LAST_POSITION = TABLE.column("last_position", Type.LONG);

  private KeyDestructionTable() {}
}
