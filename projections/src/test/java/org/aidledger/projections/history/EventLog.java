package org.aidledger.projections.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.aidledger.projections.RecordedEvent;

/** Gives events their positions, sequence numbers and times, as the event store does. */
final class EventLog {

  private final Random random;
  private final List<RecordedEvent> events = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private Instant clock = Instant.parse("2026-01-01T00:00:00Z");

  EventLog(Random random) {
    this.random = random;
  }

  void add(String streamType, String streamId, String actor, Object payload) {
    long sequence = sequences.merge(streamId, 0L, (last, zero) -> last + 1);
    events.add(
        new RecordedEvent(
            events.size(),
            new UUID(random.nextLong(), random.nextLong()).toString(),
            streamType,
            streamId,
            sequence,
            clock,
            actor,
            payload));
  }

  /** The end of one append: what follows is recorded later, or in the same millisecond. */
  void commit() {
    ends.add(events.size());
    clock = clock.plusMillis(random.nextInt(5) == 0 ? 0 : random.nextInt(100_000));
  }

  List<RecordedEvent> events() {
    return List.copyOf(events);
  }

  /** The positions before which an append ended. */
  Stream<Integer> ends() {
    return ends.stream();
  }
}
