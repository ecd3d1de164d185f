package org.aidledger.verifier.check;

import java.util.UUID;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.scratch.KeyedTable;
import org.aidledger.verifier.scratch.Scratch;
import org.jspecify.annotations.Nullable;

/** Numbers the streams from 0 in the order of their first appearance. */
final class Streams {

  private static final int NEXT = 0;
  private static final int COLUMNS = 1;

  private final KeyedTable table;

  /** Several rules ask for the stream of one event. */
  private @Nullable UUID lastId;

  private long last;

  Streams(Scratch scratch) {
    table = new KeyedTable(scratch, COLUMNS);
  }

  /** The number of the stream on which an event stands. */
  long numberOf(Event event) {
    UUID id = event.streamId();
    if (!id.equals(lastId)) {
      last = table.rowOf(id);
      lastId = id;
    }
    return last;
  }

  /** The number within the stream that its next event has; -1 for a stream without events. */
  long next(long stream) {
    return table.get(stream, NEXT) - 1;
  }

  void follow(long stream, long next) {
    table.set(stream, NEXT, next + 1);
  }
}
