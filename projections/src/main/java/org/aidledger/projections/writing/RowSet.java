package org.aidledger.projections.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.table.Column;
import org.aidledger.projections.table.Row;
import org.aidledger.projections.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table that a batch of events touches: read once, changed in memory, written once.
 */
final class RowSet<K> {

  private final Table table;
  private final Column<K> key;
  private final Set<K> wanted = new HashSet<>();
  private final Map<K, Row> known = new HashMap<>();
  private final Map<K, Row> begun = new LinkedHashMap<>();
  private final Map<K, Row> changed = new LinkedHashMap<>();

  RowSet(Table table, Column<K> key) {
    this.table = table;
    this.key = key;
  }

  /** Says that the row will be needed, if it is there. */
  void want(K id) {
    wanted.add(id);
  }

  /** Says that the row is begun in this batch, so that it need not be looked for. */
  void willBegin(K id) {
    wanted.remove(id);
  }

  void load(Connection connection, ReadSchema schema) throws SQLException {
    table.read(connection, schema, key, wanted, row -> known.put(row.need(key), row));
    wanted.clear();
  }

  Iterable<Row> loaded() {
    return known.values();
  }

  /** A new row with its key set. */
  Row begin(K id) {
    Row row = table.row().set(key, id);
    if (known.putIfAbsent(id, row) != null) {
      throw new IllegalStateException(row + " is begun twice");
    }
    begun.put(id, row);
    return row;
  }

  @Nullable Row find(K id) {
    return known.get(id);
  }

  /**
   * The row for reading.
   *
   * @throws IllegalStateException if there is none
   */
  Row need(K id) {
    Row row = known.get(id);
    if (row == null) {
      throw new IllegalStateException(table.name() + "[" + id + "] is missing");
    }
    return row;
  }

  /** The row for changing it. */
  Row change(K id) {
    Row row = need(id);
    if (!begun.containsKey(id)) {
      changed.put(id, row);
    }
    return row;
  }

  /** Rows that are begun or changed. */
  Stream<Row> written() {
    return Stream.concat(begun.values().stream(), changed.values().stream());
  }

  void save(Connection connection, ReadSchema schema) throws SQLException {
    table.insert(connection, schema, begun.values());
    table.update(connection, schema, changed.values());
  }
}
