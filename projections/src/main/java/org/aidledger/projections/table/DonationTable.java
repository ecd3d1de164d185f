package org.aidledger.projections.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The current state of every donation. */
public final class DonationTable {

  public static final Table TABLE = new Table("donation");

  public static final Column<UUID> DONATION_ID = TABLE.key("donation_id", Type.ID);
  public static final Column<UUID> FUND_ID = TABLE.column("fund_id", Type.ID);
  public static final Column<String> ORGANISATION = TABLE.column("organisation", Type.TEXT);
  public static final Column<String> SOURCE = TABLE.column("source", Type.TEXT);
  public static final Column<String> REFERENCE = TABLE.column("reference", Type.TEXT);
  public static final Column<String> STATUS = TABLE.column("status", Type.TEXT);
  public static final Column<Long> AMOUNT = TABLE.column("amount", Type.LONG);
  public static final Column<String> CURRENCY = TABLE.column("currency", Type.TEXT);
  public static final Column<LocalDate> RECEIVED_ON = TABLE.column("received_on", Type.DAY);
  public static final Column<String> CHANNEL = TABLE.column("channel", Type.TEXT);
  public static final Column<String> DONOR_KIND = TABLE.column("donor_kind", Type.TEXT);
  public static final Column<String> DONOR_ORGANISATION =
      TABLE.column("donor_organisation", Type.TEXT);
  public static final Column<UUID> DONOR_SUBJECT = TABLE.column("donor_subject", Type.ID);
  public static final Column<String> DONOR_SEALED = TABLE.column("donor_sealed", Type.TEXT);
  public static final Column<String> DONOR_DIGEST = TABLE.column("donor_digest", Type.TEXT);
  public static final Column<String> DOCUMENT_HASH = TABLE.column("document_hash", Type.TEXT);
  public static final Column<Long> ENTRY_NUMBER = TABLE.column("entry_number", Type.LONG);
  public static final Column<Instant> RECORDED_AT = TABLE.column("recorded_at", Type.TIME);
  public static final Column<String> RECORDED_BY = TABLE.column("recorded_by", Type.TEXT);
  public static final Column<Long> REFUND_RESERVED = TABLE.column("refund_reserved", Type.LONG);
  public static final Column<Long> REFUNDED = TABLE.column("refunded", Type.LONG);
  public static final Column<Long> FIRST_POSITION = TABLE.column("first_position", Type.LONG);
  public static final Column<Long> LAST_POSITION = TABLE.column("last_position", Type.LONG);

  private DonationTable() {}
}
