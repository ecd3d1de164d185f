package org.aidledger.projections.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.projections.FigureSql;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums by month of the effective day, for pictures of income and spending over time. */
public final class SeriesQueries {

  /** The most months that one answer covers. */
  public static final int MAX_MONTHS = 500;

  private final JdbcClient jdbc;

  public SeriesQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The months of all funds in which anything moved, by currency and month. */
  public List<MonthFigures> months(YearMonth from, YearMonth to) {
    return months(new Where(), from, to);
  }

  /** The months of one fund in which anything moved. */
  public List<MonthFigures> months(String fundId, YearMonth from, YearMonth to) {
    UUID id = Fields.id(fundId);
    return id == null
        ? List.of()
        : months(new Where().and("d.fund_id = :fund", "fund", id), from, to);
  }

  private List<MonthFigures> months(Where where, YearMonth from, YearMonth to) {
    if (from.plusMonths(MAX_MONTHS).compareTo(to) <= 0) {
      throw new IllegalArgumentException("at most " + MAX_MONTHS + " months at once");
    }
    where
        .and("d.effective_on >= :from", "from", from.atDay(1))
        .and("d.effective_on <= :to", "to", to.atEndOfMonth());
    return jdbc.sql(
            """
            select f.currency, date_trunc('month', d.effective_on::timestamp)::date as month, %s
            from live.day_total d join (select fund_id, currency from live.fund) f using (fund_id)
            %s group by 1, 2 order by 1, 2"""
                .formatted(FigureSql.sumOfColumns(), where.sql()))
        .params(where.values())
        .query(SeriesQueries::month)
        .list();
  }

  private static MonthFigures month(ResultSet row, int number) throws SQLException {
    return new MonthFigures(
        YearMonth.from(Fields.day(row, "month")),
        Fields.text(row, "currency"),
        Fields.figures(row));
  }
}
