package org.aidledger.store.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the tests of the embedded database share. */
final class TestDatabases {

  /** Unpacked once for all tests of the module. */
  static final Path RUNTIME = Path.of("target", "postgres-runtime").toAbsolutePath();

  private TestDatabases() {}

  static DatabaseOptions options() {
    return DatabaseOptions.defaults().withRuntime(RUNTIME);
  }

  static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String single(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
