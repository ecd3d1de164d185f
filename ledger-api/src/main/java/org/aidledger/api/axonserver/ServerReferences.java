package org.aidledger.api.axonserver;

import static java.util.Objects.requireNonNull;

import io.axoniq.axonserver.grpc.event.Event;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.core.stream.FirstRecording;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.projections.ReadPosition;
import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers from the book on Axon Server which streams exist. The position of a first event is looked
 * up in the read models, and for the events that those have not applied yet in the book itself.
 */
final class ServerReferences implements RecordedReferences {

  /** Some have a row of their own; any other stream is found by its first line in a trail. */
  private static final String POSITIONS =
      """
      select given.id::text as id, coalesce(
        (select d.first_position from live.donation d where d.donation_id = given.id),
        (select k.first_position from live.key_destruction k where k.subject_id = given.id),
        (select min(t.position) from live.trail t
          where t.stream_id = given.id and t.type <> 'DonationReceived')) as position
      from unnest(cast(:ids as uuid[])) given (id)
      """;

  private final ServerBook book;
  private final Serializer events;
  private final EventUpcaster upcasters;
  private final JdbcClient jdbc;
  private final ReadPosition reading;

  ServerReferences(
      ServerBook book,
      Serializer events,
      EventUpcaster upcasters,
      JdbcClient jdbc,
      ReadPosition reading) {
    this.book = book;
    this.events = new GrpcMetaDataAwareSerializer(events);
    this.upcasters = upcasters;
    this.jdbc = jdbc;
    this.reading = reading;
  }

  @Override
  public Map<String, FirstRecording> find(Collection<String> streamIds) {
    List<Event> stored = book.firstEvents(List.copyOf(new HashSet<>(streamIds)));
    if (stored.isEmpty()) {
      return Map.of();
    }
    Map<String, Long> positions = positions(stored);
    Map<String, FirstRecording> found = new HashMap<>();
    EventStreamUtils.upcastAndDeserializeDomainEvents(
            stored.stream().map(GrpcBackedDomainEventData::new), events, upcasters)
        .asStream()
        .forEach(event -> found.put(event.getAggregateIdentifier(), first(event, positions)));
    return found;
  }

  private static FirstRecording first(DomainEventMessage<?> event, Map<String, Long> positions) {
    Long position = positions.get(event.getAggregateIdentifier());
    if (position == null) {
      throw new EventStoreException("The read models do not know a stream of the book.");
    }
    return new FirstRecording(event.getPayload(), position);
  }

  private Map<String, Long> positions(List<Event> stored) {
    // Asked before the rows: what the read models applied by now, the rows show.
    long applied = reading.current();
    Map<String, Long> positions = new HashMap<>();
    jdbc.sql(POSITIONS)
        .param("ids", stored.stream().map(Event::getAggregateIdentifier).toArray(String[]::new))
        .query(
            row -> {
              long position = row.getLong("position");
              if (!row.wasNull()) {
                positions.put(row.getString("id"), position);
              }
            });
    Map<String, Event> missing =
        stored.stream()
            .filter(event -> !positions.containsKey(event.getAggregateIdentifier()))
            .collect(Collectors.toMap(Event::getMessageIdentifier, event -> event));
    if (!missing.isEmpty()) {
      Set<String> wanted = missing.keySet();
      book.positions(wanted, applied, book.head())
          .forEach((id, at) -> positions.put(stream(missing, id), at));
    }
    return positions;
  }

  private static String stream(Map<String, Event> missing, String eventId) {
    return requireNonNull(missing.get(eventId)).getAggregateIdentifier();
  }
}
