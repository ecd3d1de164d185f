package org.aidledger.api.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.sql.DataSource;
import org.aidledger.store.event.LedgerSchema;
import org.aidledger.store.postgres.DataInUseException;
import org.aidledger.store.postgres.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;

/** The database of a data folder: that of the running server, or started for this command alone. */
final class BookDatabase implements AutoCloseable {

  private final @Nullable EmbeddedDatabase own;
  private final HikariDataSource dataSource;

  private BookDatabase(@Nullable EmbeddedDatabase own, HikariConfig config) {
    this.own = own;
    config.setMaximumPoolSize(4);
    config.setPoolName("command");
    this.dataSource = new HikariDataSource(config);
    LedgerSchema.migrate(dataSource);
  }

  /** Opens it; a running server goes on meanwhile. */
  static BookDatabase open(Path data) {
    try {
      return openAlone(data);
    } catch (DataInUseException running) {
      return new BookDatabase(null, ofRunning(data.resolve("postgres.env")));
    }
  }

  /**
   * Opens it for this command alone.
   *
   * @throws DataInUseException if a server runs on it
   */
  static BookDatabase openAlone(Path data) {
    EmbeddedDatabase database = EmbeddedDatabase.start(data);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.user());
    config.setPassword(database.password());
    return new BookDatabase(database, config);
  }

  DataSource dataSource() {
    return dataSource;
  }

  /** Whether it was started for this command, so that no server writes into it meanwhile. */
  boolean isAlone() {
    return own != null;
  }

  @Override
  public void close() {
    dataSource.close();
    if (own != null) {
      own.close();
    }
  }

  private static HikariConfig ofRunning(Path environment) {
    Properties values = new Properties();
    try (Reader in = Files.newBufferedReader(environment, StandardCharsets.UTF_8)) {
      values.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                values.getProperty("PGHOST"),
                values.getProperty("PGPORT"),
                values.getProperty("PGDATABASE")));
    config.setUsername(values.getProperty("PGUSER"));
    config.setPassword(values.getProperty("PGPASSWORD"));
    return config;
  }
}
