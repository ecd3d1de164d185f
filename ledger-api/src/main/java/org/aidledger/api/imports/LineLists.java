package org.aidledger.api.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.core.money.Money;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists lines of an import, page by page. */
final class LineLists {

  private final JdbcClient jdbc;
  private final ProblemTexts texts;

  LineLists(DataSource dataSource, ProblemTexts texts) {
    this.jdbc = JdbcClient.create(dataSource);
    this.texts = texts;
  }

  /** The lines of a list, by their numbers. */
  Page<LineView> page(
      ImportRow row, LineList list, @Nullable Cursor after, int limit, Locale language) {
    List<LineView> found =
        jdbc.sql(
                """
                select * from intake.line where import = :import and line > :after and %s
                order by line limit %d
                """
                    .formatted(list.condition(), Page.limit(limit) + 1))
            .param("import", row.number())
            .param("after", after == null ? 0 : after.position())
            .param("posted", row.standing().postedTo())
            .query((line, _) -> view(line, row, language))
            .list();
    return Page.of(found, limit, line -> new Cursor(line.line(), 0));
  }

  private LineView view(ResultSet line, ImportRow row, Locale language) throws SQLException {
    LineStatus status = LineStatus.valueOf(line.getString("status"));
    int number = line.getInt("line");
    if (status == LineStatus.NEW && number <= row.standing().postedTo()) {
      status = LineStatus.RECORDED;
    }
    List<LineView.ProblemView> problems =
        LineProblem.read(line.getString("problems")).stream()
            .map(
                p ->
                    new LineView.ProblemView(
                        p.cell(), p.code(), p.field(), texts.detail(p.problem(), language)))
            .toList();
    return new LineView(
        number,
        status,
        money(line, "amount", row),
        money(line, "before", row),
        line.getObject("day", LocalDate.class),
        line.getString("unit"),
        line.getString("entry"),
        line.getString("suspect"),
        line.getString("cell"),
        line.getString("code"),
        problems.isEmpty() ? null : problems.getFirst().message(),
        problems);
  }

  private static @Nullable String money(ResultSet line, String column, ImportRow row)
      throws SQLException {
    Long minor = line.getObject(column, Long.class);
    return minor == null ? null : new Money(minor, row.currency()).toDecimal();
  }
}
