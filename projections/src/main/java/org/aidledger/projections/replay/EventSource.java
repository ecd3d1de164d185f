package org.aidledger.projections.replay;

import java.util.stream.Stream;
import org.aidledger.projections.RecordedEvent;

/** Where a replay reads the events of the book from. */
public interface EventSource {

  /**
   * All events from a position on, in order and without gaps, ending at the head at the latest. The
   * reader closes the stream, often before its end.
   */
  Stream<RecordedEvent> from(long position);

  /** The position of the last event, -1 if there is none. */
  long head();
}
