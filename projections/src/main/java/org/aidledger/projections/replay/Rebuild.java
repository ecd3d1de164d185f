package org.aidledger.projections.replay;

import java.sql.Connection;
import java.sql.SQLException;
import org.aidledger.projections.ReadModelSchema;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.writing.LedgerProjection;

/** The copy that a replay builds, on the replay's one connection. */
final class Rebuild {

  private final Connection connection;
  private final LedgerProjection projection;
  private final EventSource source;
  private final ReplayRun run;
  private long position = -1;

  Rebuild(Connection connection, LedgerProjection projection, EventSource source, ReplayRun run) {
    this.connection = connection;
    this.projection = projection;
    this.source = source;
    this.run = run;
  }

  /**
   * Begins anew, whatever an earlier replay may have left behind; a lost live copy is an empty one.
   */
  void begin() throws SQLException {
    ReadModelSchema.drop(connection, ReadSchema.REBUILD);
    ReadModelSchema.drop(connection, ReadSchema.RETIRED);
    connection.commit();
    ReadModelSchema.create(connection, ReadSchema.REBUILD);
    ReadModelSchema.create(connection, ReadSchema.LIVE);
    connection.commit();
  }

  long position() {
    return position;
  }

  /** Applies all events up to a position, committing now and then. */
  void applyUpTo(long target) throws SQLException {
    apply(target, true);
  }

  /** Applies all events up to a position within the transaction at hand. */
  void applyWithinTransaction(long target) throws SQLException {
    apply(target, false);
  }

  private void apply(long target, boolean commit) throws SQLException {
    if (position >= target) {
      return;
    }
    run.expect(target + 1);
    position =
        new Application(connection, projection, source, ReadSchema.REBUILD)
            .apply(
                position,
                target,
                applied -> {
                  if (commit) {
                    connection.commit();
                  }
                  run.applied(applied + 1);
                });
  }
}
