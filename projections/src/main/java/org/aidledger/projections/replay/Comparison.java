package org.aidledger.projections.replay;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.replay.Difference.Kind;
import org.jspecify.annotations.Nullable;

/** Compares every table of both copies row by row, inside the database. */
final class Comparison {

  /** The most differences that are listed; all are counted. */
  static final int LISTED = 1_000;

  private final Connection connection;
  private final List<Difference> differences = new ArrayList<>();
  private final List<TableCount> counts = new ArrayList<>();
  private long differenceCount;

  Comparison(Connection connection) {
    this.connection = connection;
  }

  /** Compares all tables as the connection's transaction sees them. */
  void run() throws SQLException {
    Map<String, TableShape> live = TableShape.all(connection, ReadSchema.LIVE);
    Map<String, TableShape> rebuilt = TableShape.all(connection, ReadSchema.REBUILD);
    TreeSet<String> tables = new TreeSet<>(live.keySet());
    tables.addAll(rebuilt.keySet());
    for (String table : tables) {
      TableShape shape = rebuilt.get(table);
      if (shape != null && shape.equals(live.get(table))) {
        count(table);
        compare(shape);
      } else {
        differenceCount++;
        differences.add(
            new Difference(table, "", Kind.SHAPE, null, columns(live.get(table)), columns(shape)));
      }
    }
  }

  long differenceCount() {
    return differenceCount;
  }

  List<Difference> differences() {
    return differences;
  }

  List<TableCount> counts() {
    return counts;
  }

  private void count(String table) throws SQLException {
    String sql =
        "select (select count(*) from live.%1$s), (select count(*) from rebuild.%1$s)"
            .formatted(table);
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      rows.next();
      counts.add(new TableCount(table, rows.getLong(1), rows.getLong(2)));
    }
  }

  private void compare(TableShape shape) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(differences(shape))) {
      long found = 0;
      while (rows.next()) {
        found = rows.getLong("found");
        if (differences.size() < LISTED) {
          differences.add(difference(shape.table(), rows));
        }
      }
      differenceCount += found;
    }
  }

  private static Difference difference(String table, ResultSet row) throws SQLException {
    return new Difference(
        table,
        row.getString("key"),
        Kind.valueOf(row.getString("kind")),
        row.getString("altered"),
        row.getString("live"),
        row.getString("rebuilt"));
  }

  /** One row for each altered column, and for each row that only one copy has. */
  private static String differences(TableShape shape) {
    return """
    with differing as (
      select %1$s, to_jsonb(l) as lj, to_jsonb(r) as rj
      from live.%2$s l full join rebuild.%2$s r on %3$s
      where l.%7$s is null or r.%7$s is null or (%4$s) is distinct from (%5$s)
    )
    select concat_ws(', ', %6$s) as key, e.*, count(*) over () as found
    from differing cross join lateral (
      select 'ALTERED' as kind, c.name as altered, lj ->> c.name as live, rj ->> c.name as rebuilt
      from jsonb_object_keys(rj) c (name)
      where lj is not null and lj -> c.name is distinct from rj -> c.name
      union all
      select 'MISSING', null, null, null where lj is null
      union all
      select 'SURPLUS', null, null, null where rj is null
    ) e
    order by %8$s, e.altered limit %9$d"""
        .formatted(
            each(shape.keys(), "coalesce(l.%1$s, r.%1$s) as %1$s", ", "),
            shape.table(),
            each(shape.keys(), "l.%1$s = r.%1$s", " and "),
            each(shape.columns().keySet(), "l.%1$s", ", "),
            each(shape.columns().keySet(), "r.%1$s", ", "),
            each(shape.keys(), "'%1$s=' || differing.%1$s", ", "),
            shape.keys().getFirst(),
            each(shape.keys(), "differing.%1$s", ", "),
            LISTED);
  }

  private static @Nullable String columns(@Nullable TableShape shape) {
    return shape == null ? null : shape.columns().toString();
  }

  private static String each(Iterable<String> names, String pattern, String separator) {
    List<String> terms = new ArrayList<>();
    names.forEach(name -> terms.add(pattern.formatted(name)));
    return terms.stream().collect(joining(separator));
  }
}
