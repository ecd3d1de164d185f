package org.aidledger.store.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A migrated database of its own for one test, on the one real PostgreSQL of this test run. */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name = "test_" + COUNT.incrementAndGet();
  private final List<HikariDataSource> pools = new ArrayList<>();

  private TestDatabase() {}

  /** Creates an empty database and migrates it. */
  public static TestDatabase create() {
    TestDatabase database = new TestDatabase();
    execute(Server.POSTGRES.getPostgresDatabase(), "create database " + database.name);
    LedgerSchema.migrate(database.plain());
    return database;
  }

  /** Opens a new connection at each call. */
  public DataSource plain() {
    return Server.POSTGRES.getDatabase("postgres", name);
  }

  /** A new pool, as another process would have one. */
  public DataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(plain());
    config.setMaximumPoolSize(10);
    HikariDataSource pool = new HikariDataSource(config);
    pools.add(pool);
    return pool;
  }

  /** Runs statements. */
  public void execute(String sql) {
    execute(plain(), sql);
  }

  /** Runs a query and gives its rows, columns as texts joined by a bar. */
  public List<String> query(String sql) {
    try (Connection connection = plain().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(i == 1 ? "" : "|").append(result.getString(i));
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a query for one number. */
  public long number(String sql) {
    return Long.parseLong(query(sql).getFirst());
  }

  /** Positions without gaps, recorded times that never run backwards, streams in sequence. */
  public void assertBookIsSound() {
    assertThat(
            number(
                "select count(*) from (select position, row_number() over (order by position) - 1 n,"
                    + " recorded_at, lag(recorded_at) over (order by position) before from"
                    + " ledger.event) e where position <> n or before > recorded_at"))
        .as("gaps in positions, or recorded times that run backwards")
        .isZero();
    assertThat(
            number(
                "select count(*) from (select sequence, row_number() over (partition by stream_id"
                    + " order by position) - 1 n from ledger.event) e where sequence <> n"))
        .as("streams out of sequence")
        .isZero();
  }

  /** Ends every connection to this database, as a crash of the server would. */
  public void killConnections() {
    query(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid()");
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
  }

  private static void execute(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Started at the first use; the library ends it with this JVM. */
  private static final class Server {

    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setPGStartupWait(Duration.ofMinutes(5))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
