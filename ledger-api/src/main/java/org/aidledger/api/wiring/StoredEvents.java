package org.aidledger.api.wiring;

import java.util.stream.Stream;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.replay.EventSource;
import org.aidledger.projections.writing.LedgerProcessor;
import org.aidledger.store.event.PostgresEventStorageEngine;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

/** The events of the book on PostgreSQL, for a replay. */
public record StoredEvents(PostgresEventStorageEngine engine) implements EventSource {

  @Override
  public Stream<RecordedEvent> from(long position) {
    return engine
        .readEvents(new GlobalSequenceTrackingToken(position - 1), false)
        .map(LedgerProcessor::recorded);
  }

  @Override
  public long head() {
    return engine.headPosition();
  }
}
