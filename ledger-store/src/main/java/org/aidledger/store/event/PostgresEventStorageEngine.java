package org.aidledger.store.event;

import static java.util.Objects.requireNonNull;
import static org.axonframework.eventhandling.EventUtils.upcastAndDeserializeTrackedEvents;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on PostgreSQL. Positions are gapless and in commit order, so a reader that
 * asks for "position greater than my token" misses nothing, and needs no memory of gaps.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

  private final EventReader reader;
  private final AppendLane lane;
  private final AppendedPositions positions;
  private final RecentEvents recent = new RecentEvents();

  private PostgresEventStorageEngine(EngineBuilder builder) {
    super(builder);
    reader = new EventReader(builder.dataSource());
    lane = builder.lane();
    positions = builder.positions();
  }

  static PostgresEventStorageEngine of(EngineBuilder builder) {
    return new PostgresEventStorageEngine(builder);
  }

  /** Starts the settings of an engine; data source, lane and both serialisers must be given. */
  public static EngineBuilder builder() {
    return new EngineBuilder();
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    Appended appended = lane.append(EventRows.of(events, serializer));
    recent.note(events, appended);
    if (CurrentUnitOfWork.isStarted()) {
      positions.note(CurrentUnitOfWork.get().root().getMessage().getIdentifier(), appended);
    }
  }

  /** What this engine appended a moment ago. */
  RecentEvents recent() {
    return recent;
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    reader.keepSnapshot(
        EventRows.snapshot(snapshot, serializer), snapshot.getTimestamp().toEpochMilli());
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken lastToken, int batchSize) {
    long after = lastToken == null ? -1 : lastToken.position().orElseThrow();
    return reader.page(after, batchSize);
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
    return reader.stream(EventRows.streamId(aggregateIdentifier), firstSequenceNumber, batchSize);
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return reader.snapshot(EventRows.streamId(aggregateIdentifier)).stream();
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return reader.lastSequence(EventRows.streamId(aggregateIdentifier)).stream().boxed().findAny();
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(-1);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(headPosition());
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    long firstMilliNotBefore = dateTime.plusNanos(999_999).toEpochMilli();
    return new GlobalSequenceTrackingToken(reader.positionAt(firstMilliNotBefore - 1));
  }

  /** The last position of the book, -1 when it is empty. */
  public long headPosition() {
    return reader.headPosition();
  }

  /**
   * The last position recorded at or before a time, -1 if there is none. Once given, the answer
   * never changes: nothing is recorded at or before that time any more.
   *
   * @throws IllegalArgumentException if the time is not over yet by the database's clock
   */
  public long positionAsKnownAt(Instant time) {
    return reader
        .positionAsKnownAt(time.toEpochMilli())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "What was known at " + time + " is not settled yet: that time is not over."));
  }

  /** The event at a position, if the book reaches so far. */
  public Optional<StoredEvent> eventAt(long position) {
    return stored(reader.at(position)).findAny();
  }

  /** The first event of each of these streams, by stream; streams without events are left out. */
  public Map<UUID, StoredEvent> firstEvents(Collection<UUID> streamIds) {
    return streamIds.isEmpty()
        ? Map.of()
        : stored(reader.first(streamIds))
            .collect(Collectors.toMap(StoredEvent::streamId, event -> event));
  }

  private Stream<StoredEvent> stored(List<ReadRow> rows) {
    return upcastAndDeserializeTrackedEvents(rows.stream(), getEventSerializer(), upcasterChain)
        .map(PostgresEventStorageEngine::stored);
  }

  private static StoredEvent stored(TrackedEventMessage<?> message) {
    DomainEventMessage<?> event = (DomainEventMessage<?>) message;
    return new StoredEvent(
        requireNonNull(message.trackingToken()).position().orElseThrow(),
        event.getTimestamp(),
        event.getType(),
        EventRows.streamId(event.getAggregateIdentifier()),
        event.getSequenceNumber(),
        UUID.fromString(event.getIdentifier()),
        event.getPayload(),
        event.getMetaData());
  }
}
