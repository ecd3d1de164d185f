package org.aidledger.projections.table;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.aidledger.projections.Figure;

/** Funds with their terms and current figures. */
public final class FundTable {

  public static final Table TABLE = new Table("fund");

  public static final Column<UUID> FUND_ID = TABLE.key("fund_id", Type.ID);
  public static final Column<Long> OPENED_POSITION = TABLE.column("opened_position", Type.LONG);
  public static final Column<String> ORGANISATION = TABLE.column("organisation", Type.TEXT);
  public static final Column<String> CODE = TABLE.column("code", Type.TEXT);
  public static final Column<String> NAME = TABLE.column("name", Type.TEXT);
  public static final Column<String> PURPOSE = TABLE.column("purpose", Type.TEXT);
  public static final Column<String> CURRENCY = TABLE.column("currency", Type.TEXT);
  public static final Column<String> TREATMENT = TABLE.column("treatment", Type.TEXT);
  public static final Column<Long> APPROVAL_THRESHOLD =
      TABLE.column("approval_threshold", Type.LONG);
  public static final Column<String> STATE = TABLE.column("state", Type.TEXT);
  public static final Column<Boolean> PUBLISHED = TABLE.column("published", Type.FLAG);
  public static final Column<UUID> SUCCESSOR_FUND_ID = TABLE.column("successor_fund_id", Type.ID);
  public static final Column<String> PENDING_CHANGE_ID =
      TABLE.column("pending_change_id", Type.TEXT);
  public static final Column<String> PENDING_PURPOSE = TABLE.column("pending_purpose", Type.TEXT);
  public static final Column<Long> PENDING_THRESHOLD = TABLE.column("pending_threshold", Type.LONG);
  public static final Column<Boolean> PENDING_THRESHOLD_REMOVED =
      TABLE.column("pending_threshold_removed", Type.FLAG);
  public static final Column<String> PENDING_PROPOSED_BY =
      TABLE.column("pending_proposed_by", Type.TEXT);
  public static final Column<UUID> PENDING_REASON_SUBJECT =
      TABLE.column("pending_reason_subject", Type.ID);
  public static final Column<String> PENDING_REASON_SEALED =
      TABLE.column("pending_reason_sealed", Type.TEXT);

  public static final Column<LocalDate> CLOSED_THROUGH = TABLE.column("closed_through", Type.DAY);
  public static final Column<String> LATE_ENTRIES = TABLE.column("late_entries", Type.TEXT);

  /** One column for each figure, in the order of {@link Figure}. */
  public static final List<Column<Long>> FIGURES =
      Arrays.stream(Figure.values())
          .map(figure -> TABLE.column(figure.column(), Type.LONG))
          .toList();

  public static final Column<Long> LAST_ENTRY_NUMBER = TABLE.column("last_entry_number", Type.LONG);
  public static final Column<Long> LAST_POSITION = TABLE.column("last_position", Type.LONG);

  private FundTable() {}
}
