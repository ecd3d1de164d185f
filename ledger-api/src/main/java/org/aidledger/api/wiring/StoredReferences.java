package org.aidledger.api.wiring;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aidledger.core.stream.FirstRecording;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.store.event.PostgresEventStorageEngine;

/** Answers from the book on PostgreSQL which streams exist, in one query. */
record StoredReferences(PostgresEventStorageEngine engine) implements RecordedReferences {

  @Override
  public Map<String, FirstRecording> find(Collection<String> streamIds) {
    Map<String, FirstRecording> found = new HashMap<>();
    engine
        .firstEvents(streamIds.stream().map(UUID::fromString).toList())
        .forEach(
            (id, event) ->
                found.put(id.toString(), new FirstRecording(event.payload(), event.position())));
    return found;
  }
}
