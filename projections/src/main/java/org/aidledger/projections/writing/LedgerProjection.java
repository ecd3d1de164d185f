package org.aidledger.projections.writing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.projections.ReadModelSchema;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.Spans;

/**
 * The one writer of the read models. Every row that it writes is a function of the events alone.
 */
public final class LedgerProjection {

  private final SpanWriter spans;

  public LedgerProjection() {
    this(Spans.STANDARD);
  }

  /** With spans of other lengths, which the queries must share. */
  public LedgerProjection(Spans spans) {
    this.spans = new SpanWriter(spans);
  }

  /**
   * Applies events within the connection's transaction. Events that were applied before are passed
   * over, so that a repetition does no harm.
   *
   * @param events in the order of their positions, without gaps; 1,000 to 5,000 at once are fastest
   * @throws ProjectionGap if events are missing between those applied and those given
   */
  public Applied apply(Connection connection, ReadSchema schema, List<RecordedEvent> events)
      throws SQLException {
    ReadModelSchema.lockForRepeatable(connection, schema);
    long applied = ReadModelSchema.position(connection, schema);
    List<RecordedEvent> fresh = following(applied, events);
    if (fresh.isEmpty()) {
      return new Applied(applied, applied, Map.of());
    }
    Batch batch = new Batch();
    batch.load(connection, schema, fresh);
    fresh.forEach(batch::apply);
    batch.save(connection, schema);
    long last = fresh.getLast().position();
    spans.fold(connection, schema, applied + 1, last);
    advance(connection, schema, last);
    return new Applied(applied, last, batch.balances());
  }

  private static List<RecordedEvent> following(long applied, List<RecordedEvent> events) {
    List<RecordedEvent> fresh = new ArrayList<>(events.size());
    long last = applied;
    for (RecordedEvent event : events) {
      if (event.position() > applied) {
        if (event.position() != last + 1) {
          throw new ProjectionGap(last, event.position());
        }
        fresh.add(event);
        last = event.position();
      }
    }
    return fresh;
  }

  private static void advance(Connection connection, ReadSchema schema, long position)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update " + schema.sql() + ".projection set position = ? where name = 'ledger'")) {
      update.setLong(1, position);
      update.executeUpdate();
    }
  }
}
