package org.aidledger.api.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code intake.line} and what hangs on them. */
final class LineRows {

  /** Rows that are fetched from the database at once. */
  private static final int FETCH = 5_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;

  LineRows(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.streaming = new JdbcTemplate(dataSource);
    streaming.setFetchSize(FETCH);
  }

  /** Forgets everything about an import's lines, before they are checked again. */
  void clear(long number) {
    for (String table : List.of("line", "gone", "correction")) {
      jdbc.sql("delete from intake." + table + " where import = ?").param(number).update();
    }
  }

  /** Tells the planner about the many rows that have just come, which it would take for a few. */
  void analyse() {
    jdbc.sql("analyze intake.line").update();
  }

  /** A line whose reference, or whose person and day, another line of the file has too. */
  record Repeated(
      int line,
      UUID key,
      long amount,
      LocalDate day,
      @Nullable String unit,
      @Nullable String person,
      @Nullable Boolean sameDonor,
      boolean referenced) {}

  /** Calls with one group of repeated lines after the other, each ordered by content. */
  void repeated(long number, Consumer<List<Repeated>> group) {
    List<Repeated> open = new ArrayList<>();
    for (Repeated line : repeatedLines(number)) {
      if (!open.isEmpty() && !open.getFirst().key().equals(line.key())) {
        group.accept(List.copyOf(open));
        open.clear();
      }
      open.add(line);
    }
    if (!open.isEmpty()) {
      group.accept(List.copyOf(open));
    }
  }

  private List<Repeated> repeatedLines(long number) {
    return jdbc.sql(
            """
            with twice as materialized (
              select key from intake.line where import = :import and key is not null
                and status in ('NEW', 'ALREADY_RECORDED', 'CHANGED')
              group by key having count(*) > 1)
            select line, key, amount, day, unit, encode(coalesce(person, name), 'hex') person,
              same_donor, referenced
            from intake.line join twice using (key)
            where import = :import and status in ('NEW', 'ALREADY_RECORDED', 'CHANGED')
            order by key, amount, unit nulls first, person nulls first, line
            """)
        .param("import", number)
        .query(LineRows::repeated)
        .list();
  }

  private static Repeated repeated(ResultSet row, int number) throws SQLException {
    return new Repeated(
        row.getInt("line"),
        row.getObject("key", UUID.class),
        row.getLong("amount"),
        row.getObject("day", LocalDate.class),
        row.getString("unit"),
        row.getString("person"),
        row.getObject("same_donor", Boolean.class),
        row.getBoolean("referenced"));
  }

  /** What was decided about one repeated line. */
  record Decision(
      int line,
      LineStatus status,
      boolean different,
      int occurrence,
      UUID entry,
      @Nullable Long sum,
      @Nullable Integer leader,
      @Nullable Long before,
      @Nullable String code,
      @Nullable String problems) {}

  void decide(long number, List<Decision> decisions) {
    streaming.batchUpdate(
        """
        update intake.line set status = ?, repeated = ?, occurrence = ?, entry = ?, sum = ?,
          leader = ?, before = ?, code = ?, problems = ? where import = ? and line = ?
        """,
        decisions,
        1_000,
        (statement, d) -> {
          statement.setString(1, d.status().name());
          statement.setString(2, d.different() ? "DIFFERENT" : "EQUAL");
          statement.setInt(3, d.occurrence());
          statement.setObject(4, d.entry());
          statement.setObject(5, d.sum());
          statement.setObject(6, d.leader());
          statement.setObject(7, d.before());
          statement.setString(8, d.code());
          statement.setString(9, d.problems());
          statement.setLong(10, number);
          statement.setInt(11, d.line());
        });
  }

  void addCorrections(long number, String by, List<Correction> corrections) {
    streaming.batchUpdate(
        """
        insert into intake.correction (import, line, donation_id, amount_before, amount,
          day_before, day, unit_before, unit, same_donor, state, proposed_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?)
        """,
        corrections,
        1_000,
        (statement, c) -> {
          statement.setLong(1, number);
          statement.setInt(2, c.line());
          statement.setObject(3, c.donationId());
          statement.setLong(4, c.before());
          statement.setLong(5, c.amount());
          statement.setObject(6, c.dayBefore());
          statement.setObject(7, c.day());
          statement.setString(8, c.unitBefore());
          statement.setString(9, c.unit());
          statement.setBoolean(10, c.sameDonor());
          statement.setString(11, by);
        });
  }

  void dropCorrections(long number, List<Integer> lines) {
    jdbc.sql("delete from intake.correction where import = ? and line = any(?)")
        .params(number, lines.toArray(Integer[]::new))
        .update();
  }

  /** A line that is to be recorded. */
  record Waiting(int line, UUID entry, int occurrence, long amount) {}

  /** The next lines that are to be recorded, in order. */
  List<Waiting> waiting(long number, int after) {
    return jdbc.sql(
            """
            select line, entry, occurrence, coalesce(sum, amount) amount from intake.line
            where import = ? and line > ? and status = 'NEW' order by line limit %d
            """
                .formatted(FETCH))
        .params(number, after)
        .query(
            (row, _) ->
                new Waiting(
                    row.getInt("line"),
                    row.getObject("entry", UUID.class),
                    row.getInt("occurrence"),
                    row.getLong("amount")))
        .list();
  }

  /** Settles every line that waits. */
  void settleAll(long number, LineStatus status) {
    jdbc.sql("update intake.line set status = ? where import = ? and status = 'NEW'")
        .params(status.name(), number)
        .update();
  }

  /** What the posting found of one line, against what the check had expected. */
  record Outcome(int line, LineStatus status, @Nullable LineProblem problem) {}

  void note(long number, List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    streaming.batchUpdate(
        "update intake.line set status = ?, code = ?, problems = ? where import = ? and line = ?",
        outcomes,
        1_000,
        (statement, o) -> {
          statement.setString(1, o.status().name());
          LineProblem problem = o.problem();
          statement.setString(2, problem == null ? null : problem.code());
          statement.setString(3, problem == null ? null : LineProblem.json(problem));
          statement.setLong(4, number);
          statement.setInt(5, o.line());
        });
  }
}
