package org.aidledger.projections.table;

import java.time.Instant;
import java.util.UUID;

/** The current state of every batch of payouts. */
public final class PayoutBatchTable {

  public static final Table TABLE = new Table("payout_batch");

  public static final Column<UUID> BATCH_ID = TABLE.key("batch_id", Type.ID);
  public static final Column<UUID> FUND_ID = TABLE.column("fund_id", Type.ID);
  public static final Column<String> ORGANISATION = TABLE.column("organisation", Type.TEXT);
  public static final Column<String> REFERENCE = TABLE.column("reference", Type.TEXT);
  public static final Column<String> STATE = TABLE.column("state", Type.TEXT);
  public static final Column<Integer> COUNT = TABLE.column("count", Type.INT);
  public static final Column<Long> TOTAL = TABLE.column("total", Type.LONG);
  public static final Column<String> REQUESTED_BY = TABLE.column("requested_by", Type.TEXT);
  public static final Column<Instant> REQUESTED_AT = TABLE.column("requested_at", Type.TIME);
  public static final Column<String> APPROVALS = TABLE.column("approvals", Type.JSON);
  public static final Column<UUID> REASON_SUBJECT = TABLE.column("reason_subject", Type.ID);
  public static final Column<String> REASON_SEALED = TABLE.column("reason_sealed", Type.TEXT);
  public static final Column<Long> FIRST_POSITION = TABLE.column("first_position", Type.LONG);
  public static final Column<Long> LAST_POSITION = TABLE.column("last_position", Type.LONG);

  private PayoutBatchTable() {}
}
