package org.aidledger.projections.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.projections.Figure;
import org.aidledger.projections.FigureChange;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.table.DayTotalTable;
import org.aidledger.projections.table.Row;

/** What a batch adds to the totals of each fund and effective day. */
final class DayTotals {

  private final Map<Day, long[]> added = new LinkedHashMap<>();

  void add(UUID fundId, Posting posting, List<FigureChange> changes) {
    long[] figures =
        added.computeIfAbsent(
            new Day(fundId, posting.effectiveOn()), day -> new long[Figure.values().length]);
    for (FigureChange change : changes) {
      int figure = change.figure().place();
      figures[figure] = Math.addExact(figures[figure], change.sign() * posting.amount());
    }
  }

  void save(Connection connection, ReadSchema schema) throws SQLException {
    List<Row> rows = new ArrayList<>(added.size());
    added.forEach((day, figures) -> rows.add(row(day, figures)));
    DayTotalTable.TABLE.add(connection, schema, rows);
  }

  private static Row row(Day day, long[] figures) {
    Row row =
        DayTotalTable.TABLE
            .row()
            .set(DayTotalTable.FUND_ID, day.fundId())
            .set(DayTotalTable.EFFECTIVE_ON, day.effectiveOn());
    for (int i = 0; i < figures.length; i++) {
      row.set(DayTotalTable.FIGURES.get(i), figures[i]);
    }
    return row;
  }

  private record Day(UUID fundId, LocalDate effectiveOn) {}
}
