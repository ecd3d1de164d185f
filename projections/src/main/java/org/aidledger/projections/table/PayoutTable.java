package org.aidledger.projections.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The current state of every payout. */
public final class PayoutTable {

  public static final Table TABLE = new Table("payout");

  public static final Column<UUID> PAYOUT_ID = TABLE.key("payout_id", Type.ID);
  public static final Column<UUID> FUND_ID = TABLE.column("fund_id", Type.ID);
  public static final Column<String> ORGANISATION = TABLE.column("organisation", Type.TEXT);
  public static final Column<String> REFERENCE = TABLE.column("reference", Type.TEXT);
  public static final Column<String> KIND = TABLE.column("kind", Type.TEXT);
  public static final Column<UUID> DONATION_ID = TABLE.column("donation_id", Type.ID);
  public static final Column<UUID> BATCH_ID = TABLE.column("batch_id", Type.ID);
  public static final Column<String> STATE = TABLE.column("state", Type.TEXT);
  public static final Column<Long> AMOUNT = TABLE.column("amount", Type.LONG);
  public static final Column<String> CURRENCY = TABLE.column("currency", Type.TEXT);
  public static final Column<UUID> PAYEE_SUBJECT = TABLE.column("payee_subject", Type.ID);
  public static final Column<String> PAYEE_SEALED = TABLE.column("payee_sealed", Type.TEXT);
  public static final Column<String> PAYEE_DIGEST = TABLE.column("payee_digest", Type.TEXT);
  public static final Column<String> ACCOUNT_LAST_FOUR =
      TABLE.column("account_last_four", Type.TEXT);
  public static final Column<UUID> PURPOSE_SUBJECT = TABLE.column("purpose_subject", Type.ID);
  public static final Column<String> PURPOSE_SEALED = TABLE.column("purpose_sealed", Type.TEXT);
  public static final Column<String> REQUESTED_BY = TABLE.column("requested_by", Type.TEXT);
  public static final Column<Instant> REQUESTED_AT = TABLE.column("requested_at", Type.TIME);
  public static final Column<String> APPROVALS = TABLE.column("approvals", Type.JSON);
  public static final Column<String> PAID_BY = TABLE.column("paid_by", Type.TEXT);
  public static final Column<LocalDate> PAID_ON = TABLE.column("paid_on", Type.DAY);
  public static final Column<String> BANK_REFERENCE = TABLE.column("bank_reference", Type.TEXT);
  public static final Column<LocalDate> RETURNED_ON = TABLE.column("returned_on", Type.DAY);
  public static final Column<UUID> REASON_SUBJECT = TABLE.column("reason_subject", Type.ID);
  public static final Column<String> REASON_SEALED = TABLE.column("reason_sealed", Type.TEXT);
  public static final Column<Long> FIRST_POSITION = TABLE.column("first_position", Type.LONG);
  public static final Column<Long> LAST_POSITION = TABLE.column("last_position", Type.LONG);

  private PayoutTable() {}
}
