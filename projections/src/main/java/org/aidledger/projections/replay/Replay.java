package org.aidledger.projections.replay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.aidledger.projections.writing.LedgerProjection;

/**
 * Rebuilds every read model from event zero beside the live copy, compares both row by row, and
 * lets the rebuilt one take over if asked to. One replay runs at a time, on all nodes together.
 */
public final class Replay {

  /** The advisory lock that a replay holds while it runs. */
  private static final long LOCK = 0x4169644c_00000010L;

  private final DataSource dataSource;
  private final LedgerProjection projection;
  private final Duration patience;

  /**
   * @param projection the one that also writes the live copy
   */
  public Replay(DataSource dataSource, LedgerProjection projection) {
    this(dataSource, projection, Duration.ofSeconds(30));
  }

  /**
   * @param patience how long the live copy may take to catch up with the events before it is
   *     compared as it is
   */
  public Replay(DataSource dataSource, LedgerProjection projection, Duration patience) {
    this.dataSource = dataSource;
    this.projection = projection;
    this.patience = patience;
  }

  /**
   * Starts a replay.
   *
   * @param repair whether the rebuilt copy shall take over if the live one differs
   * @param executor carries it out; a replay uses one connection of its own
   * @throws ReplayInProgress if one runs already
   */
  public ReplayRun start(EventSource source, boolean repair, Executor executor)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      if (!ask(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
        throw new ReplayInProgress();
      }
      ReplayRun run = new ReplayRun();
      executor.execute(() -> carryOut(connection, source, repair, run));
      return run;
    } catch (SQLException | RuntimeException failure) {
      release(connection);
      connection.close();
      throw failure;
    }
  }

  private void carryOut(Connection connection, EventSource source, boolean repair, ReplayRun run) {
    try (connection) {
      ReplayReport report;
      try {
        report = new Replaying(connection, projection, source, run, patience).replay(repair);
      } finally {
        release(connection);
      }
      run.complete(report);
    } catch (SQLException | RuntimeException | Error failure) {
      run.fail(failure);
    }
  }

  /** A pool may hand the connection to others, so nothing of the replay may cling to it. */
  private static void release(Connection connection) throws SQLException {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      ask(connection, "select pg_advisory_unlock_all() is null");
      connection.setAutoCommit(true);
    } catch (SQLException broken) {
      connection.abort(Runnable::run);
    }
  }

  private static boolean ask(Connection connection, String sql) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
