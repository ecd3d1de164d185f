package org.aidledger.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much room a donation takes in the database. */
final class DatabaseBytes {

  /** The tables that grow with donations, one a part; the rest is added up. */
  private static final String SIZES =
      "select case when n.nspname = 'ledger' and c.relname = 'event' then 'events'"
          + " when n.nspname = 'ledger' and c.relname like 'subject%' then 'people'"
          + " when n.nspname = 'live' and c.relname in ('trail', 'donation') then c.relname"
          + " else 'other' end part,"
          + " sum(pg_table_size(c.oid)), sum(pg_indexes_size(c.oid))"
          + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
          + " where c.relkind = 'r' and n.nspname in ('ledger', 'live') group by 1 order by 1";

  private DatabaseBytes() {}

  /**
   * Bytes a donation, in parts: rows and indexes of each, and the total.
   *
   * @param donations in a book that holds little else
   */
  static Map<String, Object> perDonation(Connection connection, long donations)
      throws SQLException {
    Map<String, Object> parts = new LinkedHashMap<>();
    long[] total = new long[1];
    Sql.map(
        connection,
        SIZES,
        row -> {
          String part = row.getString(1);
          parts.put(part, row.getLong(2) / donations);
          parts.put(part + "Indexes", row.getLong(3) / donations);
          total[0] += row.getLong(2) + row.getLong(3);
          return part;
        });
    parts.put("total", total[0] / donations);
    return parts;
  }
}
