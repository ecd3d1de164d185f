package org.aidledger.projections.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.aidledger.projections.ReadModelSchema;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.audit.ControlCheck;
import org.aidledger.projections.writing.LedgerProjection;

/** The steps of one replay. */
final class Replaying {

  /** So few events are applied while the live copy's writer waits. */
  private static final int SMALL_REST = 5_000;

  private static final int ROUNDS = 20;
  private static final int CONTROL_FINDINGS = 100;
  private static final int DROP_ATTEMPTS = 30;

  private final Connection connection;
  private final EventSource source;
  private final ReplayRun run;
  private final Duration patience;
  private final Rebuild rebuild;

  Replaying(
      Connection connection,
      LedgerProjection projection,
      EventSource source,
      ReplayRun run,
      Duration patience) {
    this.connection = connection;
    this.source = source;
    this.run = run;
    this.patience = patience;
    this.rebuild = new Rebuild(connection, projection, source, run);
  }

  ReplayReport replay(boolean repair) throws SQLException {
    connection.setAutoCommit(false);
    rebuild.begin();
    long head = source.head();
    rebuild.applyUpTo(head);
    followLive(head);
    ReplayReport report = compare(head);
    if (repair && !report.matches()) {
      takeOver();
      report = report.afterRepair();
    }
    connection.commit();
    dropPatiently(ReadSchema.REBUILD);
    dropPatiently(ReadSchema.RETIRED);
    return report;
  }

  /** Comes close to the live copy, and gives it time to come close to the events. */
  private void followLive(long head) throws SQLException {
    long deadline = System.nanoTime() + patience.toNanos();
    long live = livePosition();
    while (live < head && System.nanoTime() < deadline) {
      pause();
      live = livePosition();
    }
    for (int i = 0; i < ROUNDS && live - rebuild.position() > SMALL_REST; i++) {
      rebuild.applyUpTo(Math.min(live, source.head()));
      live = livePosition();
    }
    run.rebuilt();
    analyze();
  }

  /** The comparison, and whoever reads the copy once it took over, depend on fresh statistics. */
  private void analyze() throws SQLException {
    for (String table : TableShape.all(connection, ReadSchema.REBUILD).keySet()) {
      execute("analyze " + ReadSchema.REBUILD.sql() + "." + table);
    }
    connection.commit();
  }

  /**
   * Holds the live copy's writer until both copies stand at one position, takes a snapshot of both,
   * lets the writer go and compares at leisure.
   */
  private ReplayReport compare(long head) throws SQLException {
    execute("select pg_advisory_lock(" + ReadSchema.LIVE.lockKey() + ")");
    connection.commit();
    rebuild.applyUpTo(Math.max(head, Math.min(livePosition(), source.head())));
    connection.commit();
    execute("set transaction isolation level repeatable read, read only");
    long position = ReadModelSchema.position(connection, ReadSchema.REBUILD);
    execute("select pg_advisory_unlock(" + ReadSchema.LIVE.lockKey() + ")");
    Comparison comparison = new Comparison(connection);
    comparison.run();
    ReplayReport report =
        new ReplayReport(
            position,
            comparison.differenceCount(),
            comparison.differences(),
            comparison.counts(),
            ControlCheck.findings(connection, ReadSchema.REBUILD, CONTROL_FINDINGS),
            false);
    connection.commit();
    return report;
  }

  /** Readers go on: names change in one commit, and PostgreSQL then plans their statements anew. */
  private void takeOver() throws SQLException {
    for (int i = 0; i < ROUNDS && source.head() - rebuild.position() > SMALL_REST; i++) {
      rebuild.applyUpTo(source.head());
    }
    ReadModelSchema.lock(connection, ReadSchema.LIVE);
    rebuild.applyWithinTransaction(source.head());
    if (ReadModelSchema.exists(connection, ReadSchema.LIVE)) {
      rename(ReadSchema.LIVE, ReadSchema.RETIRED);
    }
    rename(ReadSchema.REBUILD, ReadSchema.LIVE);
    connection.commit();
  }

  private void rename(ReadSchema from, ReadSchema to) throws SQLException {
    execute("alter schema " + from.sql() + " rename to " + to.sql());
  }

  /** A reader may still be at it. What cannot be dropped now, the next replay drops. */
  private void dropPatiently(ReadSchema schema) throws SQLException {
    for (int i = 0; i < DROP_ATTEMPTS; i++) {
      try {
        execute("set local lock_timeout = '100ms'");
        ReadModelSchema.drop(connection, schema);
        connection.commit();
        return;
      } catch (SQLException busy) {
        connection.rollback();
        pause();
      }
    }
  }

  private long livePosition() throws SQLException {
    long position = ReadModelSchema.findPosition(connection, ReadSchema.LIVE).orElse(-1);
    connection.commit();
    return position;
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the replay was interrupted", interrupted);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
