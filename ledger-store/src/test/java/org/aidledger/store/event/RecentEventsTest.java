package org.aidledger.store.event;

import static org.aidledger.store.event.PostgresEventStorageEngineTest.events;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

  private static final Duration NEVER = Duration.ofHours(1);
  private static final Instant NOW = Instant.ofEpochMilli(1_750_000_000_000L);
  private static final int CROWD = 8;
  private static final int APPENDS = 320;
  private static final int EACH = APPENDS / CROWD;
  private static final int MOST_EVENTS = 1_000;
  private static final UUID STREAM = UUID.randomUUID();

  private final RecentEvents recent = new RecentEvents();

  @Test
  void nothingIsKeptBeforeSomebodyFollows() {
    note(0, 3);

    assertThat(recent.after(-1)).isEmpty();
  }

  @Test
  void whoFollowsIsGivenEachEventOnceUpToTheFirstThatIsMissing() {
    assertThat(recent.after(9)).isEmpty();
    note(12, 2);
    note(10, 1);

    assertThat(positions(recent.after(9))).containsExactly(10L);
    assertThat(recent.after(10)).isEmpty();
    note(11, 1);
    assertThat(positions(recent.after(10))).containsExactly(11L, 12L, 13L);
    assertThat(recent.after(9)).isEmpty();
  }

  @Test
  void whatTheFollowerReadElsewhereIsLetGo() {
    assertThat(recent.after(-1)).isEmpty();
    note(0, 5);

    assertThat(positions(recent.after(2))).containsExactly(3L, 4L);
    assertThat(recent.after(-1)).isEmpty();
  }

  @Test
  void noMoreIsKeptThanThereIsRoomForAndWhatIsLeftOutIsSaid() {
    assertThat(recent.after(-1)).isEmpty();
    note(0, RecentEvents.MOST);
    assertThat(recent.leftOut()).isFalse();
    note(RecentEvents.MOST, 1);

    assertThat(recent.after(-1)).hasSize(RecentEvents.MOST);
    assertThat(recent.leftOut()).isTrue();
    assertThat(recent.after(RecentEvents.MOST)).isEmpty();
    assertThat(recent.leftOut()).isFalse();
  }

  @Test
  void whatIsGivenIsWhatTheBookSays() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        AppendLane lane = new AppendLane(database.pool())) {
      PostgresEventStorageEngine engine =
          PostgresEventStorageEngineTest.engine(database, lane, new AppendedPositions());
      assertThat(engine.recent().after(-1)).isEmpty();
      engine.appendEvents(events(UUID.randomUUID(), 0, 3));

      List<TrackedEventMessage<?>> given = engine.recent().after(-1);
      assertThat(given).hasSize(3);
      assertThat(given.stream().map(RecentEventsTest::said))
          .containsExactlyElementsOf(
              engine.readEvents(null, false).map(RecentEventsTest::said).toList());
    }
  }

  /** With nobody to tell it that more has come than those who record. */
  @Test
  void aStreamMissesNothingOfACrowdHoweverFarItFallsBehind() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("RecentEventsTest seed " + seed);
    try (TestDatabase database = TestDatabase.create();
        AppendLane lane = new AppendLane(database.pool());
        BookEventStore store =
            new BookEventStore(
                PostgresEventStorageEngineTest.engine(database, lane, new AppendedPositions()),
                NEVER);
        TrackingEventStream stream = store.openStream(null)) {
      List<Integer> sizes = new Random(seed).ints(APPENDS, 1, MOST_EVENTS).boxed().toList();
      Thread recording =
          Thread.ofPlatform()
              .start(
                  () ->
                      ofCrowd(
                          CROWD,
                          thread -> {
                            for (int size : sizes.subList(thread * EACH, (thread + 1) * EACH)) {
                              store.publish(events(UUID.randomUUID(), 0, size));
                            }
                          }));
      Random pauses = new Random(seed);
      long events = sizes.stream().mapToLong(Integer::longValue).sum();
      for (long expected = 0; expected < events; expected++) {
        if (pauses.nextInt(2_000) == 0) {
          TimeUnit.MILLISECONDS.sleep(pauses.nextInt(50));
        }
        assertThat(stream.hasNextAvailable(5, TimeUnit.MINUTES)).isTrue();
        assertThat(position(stream.nextAvailable())).as("seed " + seed).isEqualTo(expected);
      }
      recording.join();
      assertThat(stream.hasNextAvailable()).isFalse();
    }
  }

  private static void ofCrowd(int threads, Crowd.Work work) {
    try {
      Crowd.of(threads, work);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void note(long firstPosition, int count) {
    recent.note(events(STREAM, firstPosition, count), new Appended(firstPosition, count, NOW));
  }

  /** All that a message says of its event. */
  private static List<Object> said(TrackedEventMessage<?> event) {
    DomainEventMessage<?> ofStream = (DomainEventMessage<?>) event;
    List<Object> said = new ArrayList<>();
    said.add(event.trackingToken());
    said.add(event.getIdentifier());
    said.add(event.getTimestamp());
    said.add(ofStream.getType());
    said.add(ofStream.getAggregateIdentifier());
    said.add(ofStream.getSequenceNumber());
    said.add(event.getPayload());
    said.add(event.getMetaData());
    return said;
  }

  private static List<Long> positions(List<TrackedEventMessage<?>> events) {
    return events.stream().map(RecentEventsTest::position).toList();
  }

  private static long position(TrackedEventMessage<?> event) {
    return event.trackingToken().position().orElseThrow();
  }
}
