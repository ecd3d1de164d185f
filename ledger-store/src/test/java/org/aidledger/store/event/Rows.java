package org.aidledger.store.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** Events without meaning, for tests of the lane. */
final class Rows {

  /** Every character that COPY, JSON or an array literal might stumble over. */
  static final String AWKWARD = "{\"t\":\"\\\\ \\n \\t ' \\\" {,} 专项资金 \\\\. 😀 \"}";

  private Rows() {}

  static EventRow row(UUID streamId, long sequence) {
    return row(streamId, sequence, "{\"n\":" + sequence + "}");
  }

  static EventRow row(UUID streamId, long sequence, String payload) {
    return EventRow.of(
        new EventKey(streamId, sequence),
        UUID.randomUUID(),
        "Fund",
        "DonationsPosted",
        "1",
        payload.getBytes(StandardCharsets.UTF_8),
        "{\"actor\":\"7\"}".getBytes(StandardCharsets.UTF_8));
  }

  static List<EventRow> rows(UUID streamId, long firstSequence, int count) {
    return LongStream.range(firstSequence, firstSequence + count)
        .mapToObj(sequence -> row(streamId, sequence))
        .toList();
  }
}
