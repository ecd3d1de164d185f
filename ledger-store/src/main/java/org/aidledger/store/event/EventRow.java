package org.aidledger.store.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One event ready to be stored; position and recorded time come later, inside the lane.
 *
 * @param payload JSON in UTF-8
 * @param metadata JSON in UTF-8
 * @param copyColumns the columns behind the first two as PostgreSQL's COPY takes them in its binary
 *     format, each after its length; made by the caller, so that the lane spends no time on it
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
    byte[] copyColumns) {

  private static final int UUID_BYTES = 2 * Long.BYTES;

  /** The number of an event in its stream and two identifiers, each after its length. */
  private static final int FIXED_COLUMNS_BYTES = 3 * Integer.BYTES + Long.BYTES + 2 * UUID_BYTES;

  static EventRow of(
      EventKey key,
      UUID eventId,
      String streamType,
      String type,
      String revision,
      byte[] payload,
      byte[] metadata) {
    byte[][] texts = {utf8(streamType), utf8(type), utf8(revision), payload, metadata};
    int length = FIXED_COLUMNS_BYTES;
    for (byte[] text : texts) {
      length += Integer.BYTES + text.length;
    }
    ByteBuffer columns = ByteBuffer.allocate(length).putInt(Long.BYTES).putLong(key.sequence());
    put(columns, eventId);
    put(columns, key.streamId());
    for (byte[] text : texts) {
      columns.putInt(text.length).put(text);
    }
    return new EventRow(
        key, eventId, streamType, type, revision, payload, metadata, columns.array());
  }

  private static void put(ByteBuffer columns, UUID id) {
    columns
        .putInt(UUID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  String payloadText() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  String metadataText() {
    return new String(metadata, StandardCharsets.UTF_8);
  }
}
