package org.aidledger.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
    return DatabaseOptions.defaults().withRuntime(RUNTIME).withoutWalFiles();
  }

  /**
   * The folder with an empty database in it, as a first start leaves it. It is made once and
   * copied: creating one takes four times as long as starting it.
   */
  static Path prepared(Path folder) throws Exception {
    String from = Prepared.FOLDER + "/.";
    Process copying = new ProcessBuilder("cp", "-a", from, folder.toString()).inheritIO().start();
    if (copying.waitFor() != 0) {
      throw new AssertionError("the prepared database could not be copied");
    }
    return folder;
  }

  /** Created by whoever asks first. */
  private static final class Prepared {

    static final Path FOLDER = create();

    private static Path create() {
      try {
        Path folder = Files.createTempDirectory(RUNTIME.getParent(), "prepared-");
        EmbeddedDatabase.start(folder, options()).close();
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
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
