package org.aidledger.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnownAtTest {

  /** So many different ones are asked about, however many of them a fast machine puts into one. */
  private static final int MOMENTS = 50;

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
  void whatWasKnownAtATimeStaysTheSameWhileOthersAppend() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("KnownAtTest seed " + seed);
    AtomicBoolean done = new AtomicBoolean();
    Map<Instant, Long> answers = new ConcurrentHashMap<>();

    Crowd.of(
        6,
        thread -> {
          Random random = new Random(seed + thread);
          if (thread == 0) {
            askAboutTheLatestMoments(200, random, answers);
            done.set(true);
          } else {
            while (!done.get()) {
              lane.append(Rows.rows(UUID.randomUUID(), 0, 1 + random.nextInt(150)));
              LockSupport.parkNanos(random.nextInt(2_000_000));
            }
          }
        });

    assertThat(answers).hasSizeGreaterThan(MOMENTS);
    NavigableMap<Long, Long> lastPositions = lastPositionsByRecordedTime();
    answers.forEach(
        (time, answer) -> {
          Map.Entry<Long, Long> last = lastPositions.floorEntry(time.toEpochMilli());
          assertThat(answer)
              .as("seed %d, %s", seed, time)
              .isEqualTo(last == null ? -1 : last.getValue());
          assertThat(engine.positionAsKnownAt(time))
              .as("seed %d, %s", seed, time)
              .isEqualTo(answer);
        });
    database.assertBookIsSound();
  }

  @Test
  void aTimeThatIsNotOverIsRefused() {
    assertThatThrownBy(() -> engine.positionAsKnownAt(Instant.now().plusSeconds(60)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not over");
  }

  @Test
  void anAnswerHoldsEvenIfTheClockIsSetBack() {
    Instant past = Instant.ofEpochMilli(database.number("select ledger.now_ms()") - 1);
    lane.append(Rows.rows(UUID.randomUUID(), 0, 1));
    Instant asked = Instant.ofEpochMilli(database.number("select ledger.now_ms()"));
    while (database.number("select ledger.now_ms()") <= asked.toEpochMilli()) {
      Thread.onSpinWait();
    }
    long answer = engine.positionAsKnownAt(asked);
    setClockBackTo(past);

    lane.append(Rows.rows(UUID.randomUUID(), 0, 1));

    assertThat(answer).isZero();
    assertThat(database.number("select recorded_at from ledger.event where position = 1"))
        .isEqualTo(asked.toEpochMilli() + 1);
  }

  private void askAboutTheLatestMoments(int questions, Random random, Map<Instant, Long> answers) {
    for (int i = 0; i < questions || answers.size() <= MOMENTS; i++) {
      Instant time =
          Instant.ofEpochMilli(database.number("select ledger.now_ms()") - 1 - random.nextInt(3));
      long answer = engine.positionAsKnownAt(time);
      Long before = answers.putIfAbsent(time, answer);
      assertThat(before == null ? answer : before).isEqualTo(answer);
    }
  }

  private NavigableMap<Long, Long> lastPositionsByRecordedTime() {
    NavigableMap<Long, Long> last = new TreeMap<>();
    for (String row :
        database.query("select recorded_at, max(position) from ledger.event group by 1")) {
      String[] columns = row.split("\\|", -1);
      last.put(Long.valueOf(columns[0]), Long.valueOf(columns[1]));
    }
    return last;
  }

  private void setClockBackTo(Instant past) {
    database.execute(
        "create or replace function ledger.now_ms() returns bigint language sql volatile as"
            + " $$ select "
            + past.toEpochMilli()
            + "::bigint $$");
  }
}
