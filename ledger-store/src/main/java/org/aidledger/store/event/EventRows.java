package org.aidledger.store.event;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Makes rows of messages, on the thread of whoever publishes them. */
final class EventRows {

  private EventRows() {}

  static List<EventRow> of(List<? extends EventMessage<?>> events, Serializer serializer) {
    List<EventRow> rows = new ArrayList<>(events.size());
    MetaData last = null;
    byte[] lastBytes = new byte[0];
    for (EventMessage<?> event : events) {
      // The events of one command carry the same metadata, so one writing of it serves them all.
      if (last == null || !last.equals(event.getMetaData())) {
        last = event.getMetaData();
        lastBytes = serializer.serialize(last, byte[].class).getData();
      }
      rows.add(row(event, serializer, lastBytes));
    }
    return rows;
  }

  static EventRow snapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    return row(
        snapshot, serializer, serializer.serialize(snapshot.getMetaData(), byte[].class).getData());
  }

  /** Reads a stream's identifier. */
  static UUID streamId(String aggregateIdentifier) {
    return UUID.fromString(aggregateIdentifier);
  }

  private static EventRow row(EventMessage<?> event, Serializer serializer, byte[] metadata) {
    if (!(event instanceof DomainEventMessage<?> domainEvent)) {
      throw new IllegalArgumentException(
          "Every event of the ledger belongs to a stream; this one does not: "
              + event.getPayloadType().getSimpleName());
    }
    SerializedObject<byte[]> payload = serializer.serialize(event.getPayload(), byte[].class);
    return EventRow.of(
        new EventKey(
            streamId(domainEvent.getAggregateIdentifier()), domainEvent.getSequenceNumber()),
        UUID.fromString(event.getIdentifier()),
        domainEvent.getType(),
        payload.getType().getName(),
        orEmpty(payload.getType().getRevision()),
        payload.getData(),
        metadata);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
