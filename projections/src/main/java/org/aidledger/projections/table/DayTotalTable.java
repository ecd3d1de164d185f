package org.aidledger.projections.table;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.aidledger.projections.Figure;

/** What moved in a fund on each effective day, as known now. */
public final class DayTotalTable {

  public static final Table TABLE = new Table("day_total");

  public static final Column<UUID> FUND_ID = TABLE.key("fund_id", Type.ID);
  public static final Column<LocalDate> EFFECTIVE_ON = TABLE.key("effective_on", Type.DAY);

  /** One column for each figure, in the order of {@link Figure}. */
  public static final List<Column<Long>> FIGURES =
      Arrays.stream(Figure.values())
          .map(figure -> TABLE.column(figure.column(), Type.LONG))
          .toList();

  private DayTotalTable() {}
}
