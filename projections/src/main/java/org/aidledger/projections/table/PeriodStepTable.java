package org.aidledger.projections.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Every step of closing and reopening periods, as it was recorded. */
public final class PeriodStepTable {

  public static final Table TABLE = new Table("period_step");

  public static final Column<Long> POSITION = TABLE.key("position", Type.LONG);
  public static final Column<Instant> RECORDED_AT = TABLE.column("recorded_at", Type.TIME);
  public static final Column<String> ORGANISATION = TABLE.column("organisation", Type.TEXT);
  public static final Column<String> TYPE = TABLE.column("type", Type.TEXT);
  public static final Column<String> PERIOD = TABLE.column("period", Type.TEXT);
  public static final Column<String> PROPOSAL_ID = TABLE.column("proposal_id", Type.TEXT);
  public static final Column<String> ACTOR = TABLE.column("actor", Type.TEXT);
  public static final Column<String> LATE_ENTRIES = TABLE.column("late_entries", Type.TEXT);
  public static final Column<String> OPEN_ITEMS = TABLE.column("open_items", Type.JSON);
  public static final Column<UUID> REASON_SUBJECT = TABLE.column("reason_subject", Type.ID);
  public static final Column<String> REASON_SEALED = TABLE.column("reason_sealed", Type.TEXT);
  public static final Column<LocalDate> CLOSED_THROUGH = TABLE.column("closed_through", Type.DAY);
  public static final Column<Integer> FUNDS = TABLE.column("funds", Type.INT);
  public static final Column<String> STATEMENTS = TABLE.column("statements", Type.JSON);

  private PeriodStepTable() {}
}
