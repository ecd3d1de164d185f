package org.aidledger.projections.history;

import java.util.List;
import java.util.stream.Stream;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.replay.EventSource;

/** A book in memory. */
public record ListSource(List<RecordedEvent> events) implements EventSource {

  @Override
  public Stream<RecordedEvent> from(long position) {
    return events.stream().skip(position);
  }

  @Override
  public long head() {
    return events.size() - 1L;
  }
}
