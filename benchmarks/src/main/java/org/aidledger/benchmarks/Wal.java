package org.aidledger.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How much a database has written ahead: bytes that stand in no table, and cost time all the same.
 */
final class Wal {

  private Wal() {}

  /** Bytes since the server was made, of whatever was written. */
  static long bytes(BenchLedger ledger) throws SQLException {
    try (Connection connection = ledger.connect()) {
      return Sql.number(
          connection, "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }
  }
}
