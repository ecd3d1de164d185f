package org.aidledger.projections.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Every line of the journal and every other event of a fund. */
public final class TrailTable {

  public static final Table TABLE = new Table("trail");

  public static final Column<Long> POSITION = TABLE.key("position", Type.LONG);
  public static final Column<Integer> LINE = TABLE.key("line", Type.INT);
  public static final Column<UUID> FUND_ID = TABLE.column("fund_id", Type.ID);
  public static final Column<Long> ENTRY_NUMBER = TABLE.column("entry_number", Type.LONG);
  public static final Column<UUID> EVENT_ID = TABLE.column("event_id", Type.ID);
  public static final Column<String> STREAM_TYPE = TABLE.column("stream_type", Type.TEXT);
  public static final Column<UUID> STREAM_ID = TABLE.column("stream_id", Type.ID);
  public static final Column<String> TYPE = TABLE.column("type", Type.TEXT);
  public static final Column<String> MOVEMENT = TABLE.column("movement", Type.TEXT);
  public static final Column<Boolean> REFUND = TABLE.column("refund", Type.FLAG);
  public static final Column<Instant> RECORDED_AT = TABLE.column("recorded_at", Type.TIME);
  public static final Column<LocalDate> EFFECTIVE_ON = TABLE.column("effective_on", Type.DAY);

  /** First day of the month that the entry is booked in, where it is not that of its own date. */
  public static final Column<LocalDate> POSTED_IN = TABLE.column("posted_in", Type.DAY);

  public static final Column<String> ACTOR = TABLE.column("actor", Type.TEXT);
  public static final Column<Long> AMOUNT = TABLE.column("amount", Type.LONG);
  public static final Column<Long> BALANCE_AFTER = TABLE.column("balance_after", Type.LONG);
  public static final Column<String> FACTS = TABLE.column("facts", Type.JSON);
  public static final Column<UUID> PERSON_SUBJECT = TABLE.column("person_subject", Type.ID);
  public static final Column<String> PERSON_SEALED = TABLE.column("person_sealed", Type.TEXT);
  public static final Column<UUID> TEXT_SUBJECT = TABLE.column("text_subject", Type.ID);
  public static final Column<String> TEXT_SEALED = TABLE.column("text_sealed", Type.TEXT);

  private TrailTable() {}
}
