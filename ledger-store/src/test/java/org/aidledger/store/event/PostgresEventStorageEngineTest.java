package org.aidledger.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresEventStorageEngineTest {

  @Revision("1")
  record Happened(long n) {}

  record State(String text) {}

  private final AppendedPositions positions = new AppendedPositions();
  private TestDatabase database;
  private AppendLane lane;
  private PostgresEventStorageEngine engine;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    lane = new AppendLane(database.pool());
    engine = engine(database, lane, positions);
  }

  @AfterEach
  void close() {
    lane.close();
    database.close();
  }

  @Test
  void aStreamComesBackInSequenceWithPayloadMetadataAndTheBooksOwnTime() {
    UUID fund = UUID.randomUUID();
    engine.appendEvents(events(fund, 0, 5));

    List<? extends DomainEventMessage<?>> read =
        engine.readEvents(fund.toString(), 2).asStream().toList();

    assertThat(read).extracting(DomainEventMessage::getSequenceNumber).containsExactly(2L, 3L, 4L);
    assertThat(read.getFirst().getPayload()).isEqualTo(new Happened(2));
    assertThat(read.getFirst().getMetaData()).containsEntry("actor", "7");
    assertThat(read.getFirst().getType()).isEqualTo("Fund");
    assertThat(read.getFirst().getTimestamp())
        .isEqualTo(engine.eventAt(0).orElseThrow().recordedAt());
    assertThat(engine.lastSequenceNumberFor(fund.toString())).contains(4L);
    assertThat(engine.lastSequenceNumberFor(UUID.randomUUID().toString())).isEmpty();
  }

  @Test
  void aReaderMeetsEveryPositionOnceAcrossPages() {
    UUID fund = UUID.randomUUID();
    engine.appendEvents(events(fund, 0, 4_500));

    assertThat(engine.readEvents(null, false).map(PostgresEventStorageEngineTest::position))
        .hasSize(4_500)
        .isSorted()
        .startsWith(0L)
        .endsWith(4_499L);
    assertThat(engine.readEvents(new GlobalSequenceTrackingToken(4_497), false))
        .hasSize(2)
        .first()
        .extracting(TrackedEventMessage::getPayload)
        .isEqualTo(new Happened(4_498));
    assertThat(engine.readEvents(fund.toString()).asStream()).hasSize(4_500);
    assertThat(engine.readEvents(engine.createHeadToken(), false)).isEmpty();
    assertThat(engine.readEvents(engine.createTailToken(), false)).hasSize(4_500);
  }

  @Test
  void aTokenAtATimeTracksTheEventsFromThatTimeOn() throws Exception {
    assertThat(engine.createTokenAt(Instant.now()).position()).hasValue(-1);
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      engine.appendEvents(events(UUID.randomUUID(), 0, 1));
      times.add(engine.eventAt(i).orElseThrow().recordedAt());
      Thread.sleep(3);
    }

    for (int i = 0; i < 5; i++) {
      assertThat(engine.createTokenAt(times.get(i)).position()).hasValue(i - 1);
      assertThat(engine.createTokenAt(times.get(i).plusNanos(1)).position()).hasValue(i);
    }
    assertThat(engine.headPosition()).isEqualTo(4);
  }

  @Test
  void theNewestSnapshotStaysWhicheverComesLast() {
    UUID fund = UUID.randomUUID();
    engine.storeSnapshot(snapshot(fund, 200, "new"));
    engine.storeSnapshot(snapshot(fund, 100, "old"));

    assertThat(engine.readSnapshot(fund.toString()).orElseThrow().getPayload())
        .isEqualTo(new State("new"));
    assertThat(engine.readSnapshot(UUID.randomUUID().toString())).isEmpty();
  }

  @Test
  void firstEventsAnswersOnlyForStreamsThatExist() {
    UUID one = UUID.randomUUID();
    UUID two = UUID.randomUUID();
    engine.appendEvents(events(one, 0, 2));
    engine.appendEvents(events(two, 0, 1));

    Map<UUID, StoredEvent> first = engine.firstEvents(List.of(one, two, UUID.randomUUID()));

    assertThat(first).containsOnlyKeys(one, two);
    assertThat(first.values())
        .extracting(StoredEvent::streamId, StoredEvent::position, StoredEvent::payload)
        .containsExactlyInAnyOrder(
            tuple(one, 0L, new Happened(0)), tuple(two, 2L, new Happened(0)));
    assertThat(engine.firstEvents(List.of())).isEmpty();
    assertThat(engine.eventAt(3)).isEmpty();
  }

  @Test
  void anEventOutsideAnyStreamIsRefused() {
    assertThatThrownBy(
            () -> engine.appendEvents(GenericEventMessage.asEventMessage(new Happened(1))))
        .hasMessageContaining("belongs to a stream");
  }

  @Test
  void aDispatcherLearnsWhereTheEventsOfItsCommandLanded() {
    engine.appendEvents(events(UUID.randomUUID(), 0, 3));
    GenericMessage<String> command = new GenericMessage<>("command");
    positions.expect(command.getIdentifier());

    DefaultUnitOfWork.startAndGet(command)
        .execute(() -> engine.appendEvents(events(UUID.randomUUID(), 0, 2)));

    Appended appended = positions.take(command.getIdentifier()).orElseThrow();
    assertThat(appended.firstPosition()).isEqualTo(3);
    assertThat(appended.lastPosition()).isEqualTo(4);
    assertThat(positions.take(command.getIdentifier())).isEmpty();
  }

  static PostgresEventStorageEngine engine(
      TestDatabase database, AppendLane lane, AppendedPositions positions) {
    return PostgresEventStorageEngine.builder()
        .dataSource(database.pool())
        .lane(lane)
        .positions(positions)
        .eventSerializer(LedgerSerializers.events(new EventNames(List.of(Happened.class))))
        .snapshotSerializer(LedgerSerializers.general(List.of("org.aidledger.")))
        .build();
  }

  static List<DomainEventMessage<?>> events(UUID stream, long firstSequence, int count) {
    List<DomainEventMessage<?>> events = new ArrayList<>();
    for (long n = firstSequence; n < firstSequence + count; n++) {
      events.add(
          new GenericDomainEventMessage<>(
              "Fund", stream.toString(), n, new Happened(n), MetaData.with("actor", "7")));
    }
    return events;
  }

  private static DomainEventMessage<?> snapshot(UUID stream, long sequence, String text) {
    return new GenericDomainEventMessage<>("Fund", stream.toString(), sequence, new State(text));
  }

  private static long position(TrackedEventMessage<?> event) {
    return event.trackingToken().position().orElseThrow();
  }
}
