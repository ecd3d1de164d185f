package org.aidledger.projections.table;

import java.time.Instant;
import java.util.UUID;

/** Every step of every finding with what was said, as it was recorded. */
public final class FindingStepTable {

  public static final Table TABLE = new Table("finding_step");

  public static final Column<Long> POSITION = TABLE.key("position", Type.LONG);
  public static final Column<UUID> FINDING_ID = TABLE.column("finding_id", Type.ID);
  public static final Column<String> TYPE = TABLE.column("type", Type.TEXT);
  public static final Column<Instant> RECORDED_AT = TABLE.column("recorded_at", Type.TIME);
  public static final Column<String> ACTOR = TABLE.column("actor", Type.TEXT);
  public static final Column<UUID> TEXT_SUBJECT = TABLE.column("text_subject", Type.ID);
  public static final Column<String> TEXT_SEALED = TABLE.column("text_sealed", Type.TEXT);

  private FindingStepTable() {}
}
