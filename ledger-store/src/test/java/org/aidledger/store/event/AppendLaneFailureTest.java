package org.aidledger.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppendLaneFailureTest {

  private TestDatabase database;
  private AppendLane lane;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    lane = new AppendLane(database.pool());
  }

  @AfterEach
  void close() {
    lane.close();
    database.close();
  }

  @Test
  void afterItsConnectionWasKilledTheLaneReportsAndGoesOn() throws Exception {
    lane.append(Rows.rows(UUID.randomUUID(), 0, 1));
    AtomicInteger acknowledged = new AtomicInteger(1);
    AtomicInteger failed = new AtomicInteger();
    CountDownLatch running = new CountDownLatch(8);
    Thread killer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    running.await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  // Between two transactions a killed connection is replaced unnoticed.
                  for (int i = 0; i < 5 || failed.get() == 0; i++) {
                    database.killConnections();
                  }
                });
    Crowd.of(
        8,
        i -> {
          running.countDown();
          for (int n = 0; n < 50 || failed.get() == 0; n++) {
            try {
              lane.append(Rows.rows(UUID.randomUUID(), 0, 1));
              acknowledged.incrementAndGet();
            } catch (EventStoreException e) {
              failed.incrementAndGet();
            }
          }
        });
    killer.join();

    lane.append(Rows.rows(UUID.randomUUID(), 0, 1));
    assertThat(failed.get()).isPositive();
    // A unit whose connection broke may have landed; one that was acknowledged must have.
    assertThat(database.number("select count(*) from ledger.event"))
        .isBetween(acknowledged.get() + 1L, acknowledged.get() + 1L + failed.get());
    database.assertBookIsSound();
  }

  @Test
  void aConnectionThatDiedWhileTheLaneWasIdleIsReplacedUnnoticed() throws Exception {
    lane.append(Rows.rows(UUID.randomUUID(), 0, 1));
    database.killConnections();
    Thread.sleep(1_100);

    assertThat(lane.append(Rows.rows(UUID.randomUUID(), 0, 1)).firstPosition()).isOne();
  }

  @Test
  void anInterruptedCallerStillLearnsItsOutcomeAndStaysInterrupted() throws Exception {
    AtomicInteger interrupted = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              Thread.currentThread().interrupt();
                              lane.append(Rows.rows(UUID.randomUUID(), 0, 2));
                              if (Thread.interrupted()) {
                                interrupted.incrementAndGet();
                              }
                            }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(interrupted.get()).isEqualTo(20);
    assertThat(database.number("select count(*) from ledger.event")).isEqualTo(40);
  }

  @Test
  void aClosedLaneRefusesNewUnits() {
    lane.append(Rows.rows(UUID.randomUUID(), 0, 1));
    lane.close();
    assertThatThrownBy(() -> lane.append(Rows.rows(UUID.randomUUID(), 0, 1)))
        .isInstanceOf(EventStoreException.class)
        .hasMessageContaining("closed");
  }
}
