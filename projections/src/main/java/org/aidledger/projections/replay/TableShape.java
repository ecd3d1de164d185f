package org.aidledger.projections.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.projections.ReadSchema;

/**
 * The columns of a table as the database knows them, so that a comparison leaves none out.
 *
 * @param columns each name with its type, in order
 * @param keys the names of the primary key's columns
 */
record TableShape(String table, Map<String, String> columns, List<String> keys) {

  private static final String TABLES =
      """
      select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) as type,
             coalesce(a.attnum = any (i.indkey), false) as in_key
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
      where n.nspname = ? and c.relkind = 'r'
      order by c.relname, a.attnum
      """;

  /** All tables of a copy, by name. */
  static Map<String, TableShape> all(Connection connection, ReadSchema schema) throws SQLException {
    Map<String, TableShape> shapes = new TreeMap<>();
    try (PreparedStatement query = connection.prepareStatement(TABLES)) {
      query.setString(1, schema.sql());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          TableShape shape =
              shapes.computeIfAbsent(
                  rows.getString(1),
                  name -> new TableShape(name, new TreeMap<>(), new ArrayList<>()));
          shape.columns.put(rows.getString(2), rows.getString(3));
          if (rows.getBoolean(4)) {
            shape.keys.add(rows.getString(2));
          }
        }
      }
    }
    return shapes;
  }
}
