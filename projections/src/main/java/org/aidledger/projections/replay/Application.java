package org.aidledger.projections.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.writing.LedgerProjection;

/** Applies a span of the book's events to one copy of the read models, batch by batch. */
record Application(
    Connection connection, LedgerProjection projection, EventSource source, ReadSchema schema) {

  private static final int BATCH = 5_000;

  /** Is told after each batch where the copy stands. */
  interface Step {
    void applied(long position) throws SQLException;
  }

  /**
   * Applies the events after one position up to another.
   *
   * @return the position at which the copy stands
   * @throws IllegalStateException if the events end before the target
   */
  long apply(long after, long target, Step step) throws SQLException {
    long position = after;
    try (Stream<RecordedEvent> events = source.from(position + 1)) {
      Iterator<RecordedEvent> rest = events.iterator();
      while (position < target) {
        position = projection.apply(connection, schema, next(rest, position, target)).position();
        step.applied(position);
      }
    }
    return position;
  }

  private static List<RecordedEvent> next(
      Iterator<RecordedEvent> rest, long position, long target) {
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
