package org.aidledger.projections.table;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.aidledger.projections.ReadSchema;
import org.jspecify.annotations.Nullable;

/** One table of the read models, and the set-based statements that fill and read it. */
public final class Table {

  private final String name;
  private final List<Column<?>> columns = new ArrayList<>();
  private int keyCount;

  Table(String name) {
    this.name = name;
  }

  /** A column of the primary key; keys come first. */
  <T> Column<T> key(String column, Type<T> type) {
    keyCount++;
    return column(column, type);
  }

  <T> Column<T> column(String column, Type<T> type) {
    Column<T> added = new Column<>(columns.size(), column, type);
    columns.add(added);
    return added;
  }

  public String name() {
    return name;
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  List<Column<?>> columns() {
    return List.copyOf(columns);
  }

  int keyCount() {
    return keyCount;
  }

  public String in(ReadSchema schema) {
    return schema.sql() + "." + name;
  }

  /** A row without any value. */
  public Row row() {
    return new Row(this, new @Nullable Object[columns.size()]);
  }

  /** Inserts new rows; a row whose key is there fails. */
  public void insert(Connection connection, ReadSchema schema, Collection<Row> rows)
      throws SQLException {
    if (!rows.isEmpty()) {
      String sql = "copy " + in(schema) + " (" + names(columns) + ") from stdin (format binary)";
      BinaryCopy.send(connection, sql, columns, rows);
    }
  }

  /**
   * Writes rows that are there already.
   *
   * @throws IllegalStateException if one of them is not
   */
  public void update(Connection connection, ReadSchema schema, Collection<Row> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    List<Column<?>> keys = columns.subList(0, keyCount);
    List<Column<?>> rest = columns.subList(keyCount, columns.size());
    String sql =
        "update %s t set %s from %s where %s"
            .formatted(
                in(schema),
                each(rest, "%1$s = u.%1$s", ", "),
                unnest(),
                each(keys, "t.%1$s = u.%1$s", " and "));
    int written = send(connection, sql, rows);
    if (written != rows.size()) {
      throw new IllegalStateException(
          "%s: %d rows to change, %d found".formatted(name, rows.size(), written));
    }
  }

  /** Inserts rows, or adds their sums to those that are there; all columns but keys are sums. */
  public void add(Connection connection, ReadSchema schema, Collection<Row> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    List<Column<?>> keys = columns.subList(0, keyCount);
    List<Column<?>> sums = columns.subList(keyCount, columns.size());
    String sql =
        "insert into %s as t (%s) select * from %s on conflict (%s) do update set %s"
            .formatted(
                in(schema),
                names(columns),
                unnest(),
                names(keys),
                each(sums, "%1$s = t.%1$s + excluded.%1$s", ", "));
    send(connection, sql, rows);
  }

  /** Reads the rows whose key, a single column, is one of these. */
  public <K> void read(
      Connection connection,
      ReadSchema schema,
      Column<K> key,
      Collection<K> wanted,
      Consumer<Row> reader)
      throws SQLException {
    if (wanted.isEmpty()) {
      return;
    }
    String sql =
        "select %s from %s where %s = any (?::%s[])"
            .formatted(names(columns), in(schema), key.name(), key.type().sql());
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("text", texts(wanted)));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          reader.accept(read(rows));
        }
      }
    }
  }

  private Row read(ResultSet rows) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).type().read(rows, i + 1);
    }
    return new Row(this, values);
  }

  private int send(Connection connection, String sql, Collection<Row> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Column<?> column : columns) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(row.raw(column)));
        statement.setArray(column.index() + 1, connection.createArrayOf("text", texts(values)));
      }
      return statement.executeUpdate();
    }
  }

  private String unnest() {
    return columns.stream()
        .map(column -> "?::text[]::" + column.type().sql() + "[]")
        .collect(joining(", ", "unnest(", ") as u (" + names(columns) + ")"));
  }

  private static @Nullable Object[] texts(Collection<? extends @Nullable Object> values) {
    @Nullable Object[] texts = new @Nullable String[values.size()];
    int i = 0;
    for (@Nullable Object value : values) {
      texts[i++] = value == null ? null : value.toString();
    }
    return texts;
  }

  private static String names(List<Column<?>> columns) {
    return each(columns, "%1$s", ", ");
  }

  private static String each(List<Column<?>> columns, String pattern, String separator) {
    return columns.stream()
        .map(column -> pattern.formatted(column.name()))
        .collect(joining(separator));
  }
}
