package org.aidledger.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;

/** Whoever watches the lane is told what is durable, and nothing else. */
class LaneWatcherTest {

  /** Writes down what it is told. */
  private static final class Notes implements LaneWatcher {

    private final List<String> told = new ArrayList<>();
    private long nanos;

    @Override
    public void committed(int events, long took) {
      told.add("committed " + events);
      nanos += took;
    }

    @Override
    public void recorded(String type, int count) {
      told.add(type + " " + count);
    }
  }

  @Test
  void itIsToldOfEachTransactionAndOfItsEventsByKind() {
    Notes notes = new Notes();
    try (TestDatabase database = TestDatabase.create();
        AppendLane lane = new AppendLane(database.pool())) {
      lane.append(Rows.rows(UUID.randomUUID(), 0, 2));
      lane.watch(notes);
      UUID stream = UUID.randomUUID();
      List<EventRow> mixed = new ArrayList<>(Rows.rows(stream, 0, 3));
      mixed.add(ofType("Other", stream, 3));
      mixed.add(ofType("Other", stream, 4));

      lane.append(mixed);
      assertThatThrownBy(() -> lane.append(Rows.rows(stream, 0, 1)))
          .isInstanceOf(AggregateStreamCreationException.class);
    }
    String type = Rows.row(UUID.randomUUID(), 0).type();
    assertThat(notes.told).containsExactly("committed 5", type + " 3", "Other 2");
    assertThat(notes.nanos).isPositive();
  }

  private static EventRow ofType(String type, UUID stream, long sequence) {
    EventRow row = Rows.row(stream, sequence);
    return EventRow.of(
        row.key(),
        row.eventId(),
        row.streamType(),
        type,
        row.revision(),
        row.payload(),
        row.metadata());
  }
}
