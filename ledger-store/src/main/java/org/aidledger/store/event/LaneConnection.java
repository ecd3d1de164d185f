package org.aidledger.store.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that a lane keeps, used by one thread at a time; reopened after it broke.
 *
 * <p>Read committed is what the lane builds on: each statement inside it sees what was committed
 * before the lock was granted. Its transactions may neither wait for the lane of another process
 * for ever nor keep it: both end after {@value #PATIENCE_SECONDS} seconds, so that a process that
 * was stopped in the middle does not stop the others.
 */
final class LaneConnection {

  private static final int PATIENCE_SECONDS = 30;

  /**
   * After this idle time the connection is tried before use: the server may have been restarted.
   */
  private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final DataSource dataSource;
  private @Nullable Connection connection;
  private long lastUsedNanos;

  LaneConnection(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A connection that is open as far as one can know, in auto-commit mode. */
  Connection get() throws SQLException {
    Connection current = connection;
    if (current != null
        && System.nanoTime() - lastUsedNanos > TRUSTED_NANOS
        && !current.isValid(PATIENCE_SECONDS)) {
      drop();
      current = null;
    }
    if (current == null) {
      current = open();
      connection = current;
    }
    lastUsedNanos = System.nanoTime();
    return current;
  }

  /** Notes that the connection works, so that it need not be tried soon. */
  void used() {
    lastUsedNanos = System.nanoTime();
  }

  /** Ends the connection without waiting for the server, whatever state it is in. */
  void drop() {
    Connection broken = connection;
    connection = null;
    if (broken != null) {
      Executor here = Runnable::run;
      try {
        broken.abort(here);
      } catch (SQLException ignored) {
        // It is being thrown away because it is broken; there is nothing more to lose.
      }
      closeQuietly(broken);
    }
  }

  /** Gives the connection back. */
  void close() {
    Connection last = connection;
    connection = null;
    if (last != null) {
      closeQuietly(last);
    }
  }

  private Connection open() throws SQLException {
    Connection fresh = dataSource.getConnection();
    try {
      fresh.setAutoCommit(true);
      try (Statement statement = fresh.createStatement()) {
        statement.execute(
            "set session characteristics as transaction isolation level read committed;"
                + " set synchronous_commit = on; set lock_timeout = '"
                + PATIENCE_SECONDS
                + "s'; set idle_in_transaction_session_timeout = '"
                + PATIENCE_SECONDS
                + "s'");
      }
      return fresh;
    } catch (SQLException e) {
      closeQuietly(fresh);
      throw e;
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException ignored) {
      // The connection is of no further use, so neither is its complaint.
    }
  }
}
