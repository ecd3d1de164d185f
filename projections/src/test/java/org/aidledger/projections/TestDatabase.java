package org.aidledger.projections;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.projections.writing.LedgerProjection;

/** One real PostgreSQL for all tests of this JVM, and its read models. */
public final class TestDatabase {

  private static final DataSource POOL = pool(start());

  private TestDatabase() {}

  /** The database as it is. */
  public static DataSource shared() {
    return POOL;
  }

  /** A database whose live read models are new and empty. */
  public static DataSource empty() throws SQLException {
    DataSource dataSource = shared();
    try (Connection connection = dataSource.getConnection()) {
      for (ReadSchema schema : ReadSchema.values()) {
        ReadModelSchema.drop(connection, schema);
      }
    }
    ReadModelSchema.create(dataSource, "live");
    return dataSource;
  }

  /** Applies events to a copy of the read models, one transaction for every so many. */
  public static void apply(
      DataSource dataSource,
      LedgerProjection projection,
      ReadSchema schema,
      List<RecordedEvent> events,
      int batchSize)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      for (int from = 0; from < events.size(); from += batchSize) {
        int to = Math.min(from + batchSize, events.size());
        projection.apply(connection, schema, events.subList(from, to));
        connection.commit();
      }
    }
  }

  /** Runs one statement and answers how many rows it changed. */
  public static int execute(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private static DataSource pool(EmbeddedPostgres postgres) {
    HikariDataSource pool = new HikariDataSource();
    pool.setDataSource(postgres.getPostgresDatabase());
    pool.setMaximumPoolSize(10);
    pool.setMinimumIdle(1);
    return pool;
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(5)).start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
