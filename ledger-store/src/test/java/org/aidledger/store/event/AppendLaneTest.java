package org.aidledger.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendLaneTest {

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
  void oneUnitLandsAtPositionZeroWithAllItsText() {
    UUID stream = UUID.randomUUID();

    Appended appended =
        lane.append(List.of(Rows.row(stream, 0, Rows.AWKWARD), Rows.row(stream, 1)));

    assertThat(appended.firstPosition()).isZero();
    assertThat(appended.lastPosition()).isEqualTo(1);
    assertThat(database.query("select payload from ledger.event where position = 0"))
        .containsExactly(Rows.AWKWARD);
    assertThat(
            database.query("select position, sequence, recorded_at, stream_id from ledger.event"))
        .containsExactly(
            "0|0|" + appended.recordedAt().toEpochMilli() + "|" + stream,
            "1|1|" + appended.recordedAt().toEpochMilli() + "|" + stream);
  }

  @Test
  void manyEventsTravelByCopyAndKeepTheirText() {
    UUID stream = UUID.randomUUID();
    String long64k = "\"" + "长\\n".repeat(40_000) + "\"";
    List<EventRow> rows = new ArrayList<>(Rows.rows(stream, 0, 3_000));
    rows.add(Rows.row(stream, 3_000, Rows.AWKWARD));
    rows.add(Rows.row(stream, 3_001, long64k));
    rows.add(Rows.row(stream, 3_002));

    assertThat(lane.append(rows).lastPosition()).isEqualTo(3_002);

    assertThat(database.query("select payload from ledger.event where sequence in (3000, 3001)"))
        .containsExactly(Rows.AWKWARD, long64k);
    assertThat(database.number("select count(*) from ledger.event where position = sequence"))
        .isEqualTo(3_003);
    assertThat(lane.appended()).isEqualTo(3_003);
    assertThat(lane.commits()).isEqualTo(1);
    assertThat(lane.lastBatchSize()).isEqualTo(3_003);
  }

  @Test
  void aUnitThatCollidesWithItselfIsRefused() {
    UUID stream = UUID.randomUUID();
    assertThatThrownBy(() -> lane.append(List.of(Rows.row(stream, 1), Rows.row(stream, 1))))
        .isInstanceOf(ConcurrencyException.class);
    assertThat(database.number("select count(*) from ledger.event")).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 9, 200, 201})
  void unitsOfEverySizeKeepOrderAndText(int size) {
    UUID stream = UUID.randomUUID();
    List<EventRow> unit = new ArrayList<>(Rows.rows(stream, 0, size - 1));
    unit.add(Rows.row(stream, size - 1, Rows.AWKWARD));

    for (int i = 0; i < 8; i++) {
      lane.append(Rows.rows(UUID.randomUUID(), 0, size));
    }
    Appended appended = lane.append(unit);

    assertThat(appended.firstPosition()).isEqualTo(8L * size);
    assertThat(appended.count()).isEqualTo(size);
    assertThat(
            database.query(
                "select payload, recorded_at from ledger.event where position = "
                    + appended.lastPosition()))
        .containsExactly(Rows.AWKWARD + "|" + appended.recordedAt().toEpochMilli());
    database.assertBookIsSound();
  }

  @Test
  void manyThreadsLeavePositionsGaplessSequencesIntactAndTimeMonotone() throws Exception {
    Crowd.of(64, this::appendOneStreamStepByStep);

    assertThat(database.number("select count(*) from ledger.event")).isEqualTo(64 * 40);
    database.assertBookIsSound();
    assertThat(lane.commits()).isLessThan(64 * 40);
    assertThat(lane.queueLength()).isZero();
  }

  @Test
  void manyVirtualThreadsDoToo() throws Exception {
    Crowd.ofVirtual(500, i -> lane.append(Rows.rows(UUID.randomUUID(), 0, 3)));

    assertThat(database.number("select count(*) from ledger.event")).isEqualTo(1_500);
    database.assertBookIsSound();
  }

  @Test
  void aCollidingUnitIsRefusedAloneWhileItsNeighboursLand() throws Exception {
    UUID known = UUID.randomUUID();
    lane.append(Rows.rows(known, 0, 2));
    AtomicInteger existing = new AtomicInteger();
    AtomicInteger stale = new AtomicInteger();

    Crowd.of(
        30,
        i -> {
          List<EventRow> unit = new ArrayList<>(Rows.rows(UUID.randomUUID(), 0, 2));
          switch (i % 3) {
            case 0 -> {
              unit.add(Rows.row(known, 0));
              assertThatThrownBy(() -> lane.append(unit))
                  .isInstanceOf(AggregateStreamCreationException.class)
                  .hasMessageContaining(known.toString());
              existing.incrementAndGet();
            }
            case 1 -> {
              unit.add(Rows.row(known, 1));
              assertThatThrownBy(() -> lane.append(unit)).isInstanceOf(ConcurrencyException.class);
              stale.incrementAndGet();
            }
            default -> lane.append(unit);
          }
        });

    assertThat(existing.get()).isEqualTo(10);
    assertThat(stale.get()).isEqualTo(10);
    assertThat(database.number("select count(*) from ledger.event")).isEqualTo(2 + 10 * 2);
    database.assertBookIsSound();
  }

  @Test
  void ofUnitsThatCollideWithEachOtherExactlyOneLands() throws Exception {
    for (int round = 0; round < 20; round++) {
      UUID wanted = UUID.randomUUID();
      AtomicInteger landed = new AtomicInteger();
      Crowd.of(
          8,
          i -> {
            try {
              lane.append(List.of(Rows.row(UUID.randomUUID(), 0), Rows.row(wanted, 0)));
              landed.incrementAndGet();
            } catch (AggregateStreamCreationException e) {
              // Whoever is refused must find the winner's event at once.
              assertThat(
                      database.number(
                          "select count(*) from ledger.event where stream_id = '" + wanted + "'"))
                  .isOne();
            }
          });
      assertThat(landed.get()).isOne();
    }
    assertThat(database.number("select count(*) from ledger.event")).isEqualTo(40);
    database.assertBookIsSound();
  }

  @Test
  void twoProcessesOnOneDatabaseLoseAndDoubleNothing() throws Exception {
    AtomicInteger acknowledged = new AtomicInteger();
    UUID hot = UUID.randomUUID();
    try (AppendLane other = new AppendLane(database.pool())) {
      Crowd.of(
          8,
          i -> {
            AppendLane mine = i % 2 == 0 ? lane : other;
            Random random = new Random(i);
            for (int n = 0; n < 10; n++) {
              acknowledged.addAndGet(appendToHotStream(mine, hot, random.nextInt(3)));
            }
          });
    }
    assertThat(database.number("select count(*) from ledger.event")).isEqualTo(acknowledged.get());
    database.assertBookIsSound();
  }

  private void appendOneStreamStepByStep(int thread) {
    UUID stream = UUID.randomUUID();
    Random random = new Random(thread);
    long next = 0;
    while (next < 40) {
      int count = (int) Math.min(40 - next, 1 + random.nextInt(5));
      lane.append(Rows.rows(stream, next, count));
      next += count;
    }
  }

  /** Appends at the stream's end, trying again until nobody was faster; gives the events landed. */
  private int appendToHotStream(AppendLane mine, UUID hot, int details) {
    while (true) {
      long next =
          database.number(
              "select coalesce(max(sequence) + 1, 0) from ledger.event where stream_id = '"
                  + hot
                  + "'");
      List<EventRow> unit = new ArrayList<>(Rows.rows(UUID.randomUUID(), 0, details));
      unit.add(Rows.row(hot, next));
      try {
        mine.append(unit);
        return unit.size();
      } catch (ConcurrencyException | AggregateStreamCreationException e) {
        // The other process was faster; what it wrote is read at the next turn.
      }
    }
  }
}
