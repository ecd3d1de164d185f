package org.aidledger.projections.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.projections.ReadModelSchema;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.writing.LedgerProjection;

/** The copy that a replay builds, on the replay's one connection. */
final class Rebuild {

  private static final int BATCH = 5_000;

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
    try (Stream<RecordedEvent> events = source.from(position + 1)) {
      Iterator<RecordedEvent> rest = events.iterator();
      while (position < target) {
        List<RecordedEvent> batch = next(rest, target);
        position = projection.apply(connection, ReadSchema.REBUILD, batch);
        if (commit) {
          connection.commit();
        }
        run.applied(position + 1);
      }
    }
  }

  private List<RecordedEvent> next(Iterator<RecordedEvent> rest, long target) {
    int size = (int) Math.min(BATCH, target - position);
    List<RecordedEvent> batch = new ArrayList<>(size);
    while (batch.size() < size) {
      if (!rest.hasNext()) {
        throw new IllegalStateException("the events end before position %d".formatted(target));
      }
      batch.add(rest.next());
    }
    return batch;
  }
}
