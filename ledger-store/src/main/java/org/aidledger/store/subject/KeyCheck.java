package org.aidledger.store.subject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A value derived from the master key and kept in the database, by which a wrong key is noticed.
 */
final class KeyCheck {

  private final DataSource dataSource;

  KeyCheck(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  Optional<byte[]> stored() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select value from ledger.key_check");
        ResultSet result = statement.executeQuery()) {
      return result.next() ? Optional.of(result.getBytes(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new SubjectStoreException("The key check could not be read.", e);
    }
  }

  /** Stores the value unless there is one; gives the one that is stored. */
  byte[] storeIfNone(byte[] value) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into ledger.key_check (value) values (?) on conflict do nothing")) {
      statement.setBytes(1, value);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new SubjectStoreException("The key check could not be stored.", e);
    }
    return stored().orElseThrow();
  }
}
