package org.aidledger.store.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Tells where the book ends. Positions have no gaps, so the next one is how many events it has. */
final class BookEnd {

  private static final String SQL = "select coalesce(max(position), -1) + 1 from ledger.event";

  private BookEnd() {}

  /** How many events are in the book. */
  static long of(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }
}
