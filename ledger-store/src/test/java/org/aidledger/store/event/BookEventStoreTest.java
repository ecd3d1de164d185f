package org.aidledger.store.event;

import static org.aidledger.store.event.PostgresEventStorageEngineTest.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aidledger.store.event.PostgresEventStorageEngineTest.Happened;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookEventStoreTest {

  private static final Duration NEVER = Duration.ofHours(1);

  private TestDatabase database;
  private AppendLane lane;
  private PostgresEventStorageEngine engine;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    lane = new AppendLane(database.pool());
    engine = PostgresEventStorageEngineTest.engine(database, lane, new AppendedPositions());
  }

  @AfterEach
  void close() {
    lane.close();
    database.close();
  }

  @Test
  void aStreamFollowsTheBookAsItGrows() throws Exception {
    try (BookEventStore store = new BookEventStore(engine, NEVER);
        TrackingEventStream stream = store.openStream(null)) {
      assertThat(stream.hasNextAvailable()).isFalse();
      for (int i = 0; i < 20; i++) {
        int count = 1 + i % 3;
        store.publish(events(UUID.randomUUID(), 0, count));
        for (int n = 0; n < count; n++) {
          assertThat(stream.hasNextAvailable(5, TimeUnit.MINUTES)).isTrue();
          assertThat(stream.peek().orElseThrow().getPayload()).isEqualTo(new Happened(n));
          assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Happened(n));
        }
        assertThat(stream.hasNextAvailable()).isFalse();
      }
    }
  }

  @Test
  void whoeverFellFarBehindHoldsOnePageOfWhatCameSince() throws Exception {
    int behind = 50_000;
    AtomicInteger taken = new AtomicInteger();
    try (BookEventStore store = new BookEventStore(seenBy(taken), Duration.ofMillis(5));
        TrackingEventStream stream = store.openStream(null)) {
      store.publish(events(UUID.randomUUID(), 0, 1));
      assertThat(stream.nextAvailable().trackingToken().position()).hasValue(0);
      for (int n = 0; n < behind; n += 10_000) {
        store.publish(events(UUID.randomUUID(), 0, 10_000));
      }
      for (long position = 1; position <= behind; position++) {
        assertThat(stream.nextAvailable().trackingToken().position()).hasValue(position);
        assertThat(taken.get() - position).as("read ahead").isLessThanOrEqualTo(2);
      }
      assertThat(stream.hasNextAvailable()).isFalse();
    }
  }

  @Test
  void whoeverHasReadEverythingAsksNobodyUntilSomethingMayHaveCome() throws Exception {
    AtomicInteger readings = new AtomicInteger();
    try (BookEventStore store = new BookEventStore(counting(readings), NEVER);
        TrackingEventStream stream = store.openStream(null)) {
      store.publish(events(UUID.randomUUID(), 0, 3));
      for (int n = 0; n < 3; n++) {
        stream.nextAvailable();
      }
      for (int n = 0; n < 100; n++) {
        assertThat(stream.hasNextAvailable()).isFalse();
      }
      assertThat(readings.get()).isOne();
    }
  }

  @Test
  void whatComesInQuickSuccessionIsReadTogether() throws Exception {
    AtomicInteger readings = new AtomicInteger();
    int donations = 200;
    try (BookEventStore store = new BookEventStore(counting(readings), NEVER);
        TrackingEventStream stream = store.openStream(null)) {
      long begun = System.nanoTime();
      Thread reader =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int n = 0; n < donations; n++) {
                      next(stream);
                    }
                  });
      // From many at once, so that they come in quick succession on a disk of any speed.
      Crowd.of(
          20,
          _ -> {
            for (int n = 0; n < donations / 20; n++) {
              store.publish(events(UUID.randomUUID(), 0, 1));
            }
          });
      reader.join();
      long rests = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) / 100;
      // The first look at an empty book, the first event, and then one reading a rest.
      assertThat((long) readings.get()).isLessThanOrEqualTo(rests + 3).isLessThan(donations);
    }
  }

  private static void next(TrackingEventStream stream) {
    try {
      stream.nextAvailable();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatAnotherProcessRecordsIsSeenWithinAGlance() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    try (BookEventStore store = new BookEventStore(engine, Duration.ofMillis(10));
        TrackingEventStream stream = store.openStream(null)) {
      assertThat(stream.hasNextAvailable()).isFalse();
      assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();

      engine.appendEvents(events(UUID.randomUUID(), 0, 1));

      assertThat(stream.hasNextAvailable(5, TimeUnit.MINUTES)).isTrue();
      assertThat(called.await(5, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void aReadingThatFailedIsDoneAgainAndNothingIsSkipped() throws Exception {
    AtomicInteger failures = new AtomicInteger(1);
    EventStorageEngine failing =
        seen(
            events ->
                events.peek(
                    event -> {
                      if (position(event) == 3 && failures.getAndDecrement() > 0) {
                        throw new EventStoreException("The book could not be read.");
                      }
                    }));
    try (BookEventStore store = new BookEventStore(failing, NEVER);
        TrackingEventStream stream = store.openStream(null)) {
      store.publish(events(UUID.randomUUID(), 0, 5));
      for (int n = 0; n < 3; n++) {
        assertThat(position(stream.nextAvailable())).isEqualTo(n);
      }
      assertThatThrownBy(stream::hasNextAvailable).isInstanceOf(EventStoreException.class);
      assertThat(position(stream.nextAvailable())).isEqualTo(3);
      assertThat(position(stream.nextAvailable())).isEqualTo(4);
    }
  }

  @Test
  void aClosedStreamGivesNothingAndKeepsNobodyWaiting() throws Exception {
    try (BookEventStore store = new BookEventStore(engine, NEVER)) {
      TrackingEventStream stream = store.openStream(null);
      Thread closer = Thread.ofVirtual().start(stream::close);
      assertThatThrownBy(stream::nextAvailable).isInstanceOf(IllegalStateException.class);
      closer.join();
      store.publish(events(UUID.randomUUID(), 0, 1));
      assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  private EventStorageEngine counting(AtomicInteger readings) {
    return seen(
        events -> {
          readings.incrementAndGet();
          return events;
        });
  }

  private EventStorageEngine seenBy(AtomicInteger taken) {
    return seen(events -> events.peek(event -> taken.incrementAndGet()));
  }

  /** The engine, with something in the way of what a stream reads. */
  @SuppressWarnings("unchecked") // Of all that an engine answers, streams hold tracked events.
  private EventStorageEngine seen(UnaryOperator<Stream<TrackedEventMessage<?>>> between) {
    return (EventStorageEngine)
        Proxy.newProxyInstance(
            EventStorageEngine.class.getClassLoader(),
            new Class<?>[] {EventStorageEngine.class},
            (proxy, method, arguments) ->
                method.invoke(engine, arguments) instanceof Stream<?> read
                    ? between.apply((Stream<TrackedEventMessage<?>>) read)
                    : null);
  }

  private static long position(TrackedEventMessage<?> event) {
    return event.trackingToken().position().orElseThrow();
  }
}
