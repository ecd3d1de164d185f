package org.aidledger.store.event;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One event ready to be stored; position and recorded time come later, inside the lane.
 *
 * @param payload JSON in UTF-8
 * @param metadata JSON in UTF-8
 * @param copyLine the row as text of PostgreSQL's COPY, without its first two columns; made by the
 *     caller, so that the lane spends no time on it
 */
@SuppressWarnings("ArrayRecordComponent") // Rows are passed on, never compared.
record EventRow(
    EventKey key,
    UUID eventId,
    String streamType,
    String type,
    String revision,
    byte[] payload,
    byte[] metadata,
    byte[] copyLine) {

  static EventRow of(
      EventKey key,
      UUID eventId,
      String streamType,
      String type,
      String revision,
      byte[] payload,
      byte[] metadata) {
    byte[] line =
        new CopyLine(payload.length + metadata.length + 160)
            .number(key.sequence())
            .plain(eventId.toString())
            .plain(key.streamId().toString())
            .text(streamType)
            .text(type)
            .text(revision)
            .text(payload)
            .text(metadata)
            .end();
    return new EventRow(key, eventId, streamType, type, revision, payload, metadata, line);
  }

  String payloadText() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  String metadataText() {
    return new String(metadata, StandardCharsets.UTF_8);
  }
}
