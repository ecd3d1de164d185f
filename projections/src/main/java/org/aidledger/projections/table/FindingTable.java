package org.aidledger.projections.table;

import java.time.Instant;
import java.util.UUID;

/** Findings of auditors, each as far as it is. */
public final class FindingTable {

  public static final Table TABLE = new Table("finding");

  public static final Column<UUID> FINDING_ID = TABLE.key("finding_id", Type.ID);
  public static final Column<String> ORGANISATION = TABLE.column("organisation", Type.TEXT);
  public static final Column<UUID> FUND_ID = TABLE.column("fund_id", Type.ID);
  public static final Column<String> SEVERITY = TABLE.column("severity", Type.TEXT);
  public static final Column<String> EXCEPTION_KIND = TABLE.column("exception_kind", Type.TEXT);
  public static final Column<String> STATE = TABLE.column("state", Type.TEXT);
  public static final Column<String> POSITIONS = TABLE.column("positions", Type.JSON);
  public static final Column<UUID> TEXT_SUBJECT = TABLE.column("text_subject", Type.ID);
  public static final Column<String> TEXT_SEALED = TABLE.column("text_sealed", Type.TEXT);
  public static final Column<String> RAISED_BY = TABLE.column("raised_by", Type.TEXT);
  public static final Column<Instant> RAISED_AT = TABLE.column("raised_at", Type.TIME);
  public static final Column<String> ANSWERED_BY = TABLE.column("answered_by", Type.TEXT);
  public static final Column<Instant> ANSWERED_AT = TABLE.column("answered_at", Type.TIME);
  public static final Column<String> CLOSED_BY = TABLE.column("closed_by", Type.TEXT);
  public static final Column<Instant> CLOSED_AT = TABLE.column("closed_at", Type.TIME);
  public static final Column<Long> FIRST_POSITION = TABLE.column("first_position", Type.LONG);
  public static final Column<Long> LAST_POSITION = TABLE.column("last_position", Type.LONG);

  private FindingTable() {}
}
