package org.aidledger.evidence.leaf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A stored event as it is sealed. Personal fields are sealed as they are stored, as ciphertext, so
 * that the destruction of a person's key breaks no proof. The position is not part of the leaf: it
 * is the leaf's index in the tree.
 *
 * @param eventId identifier of the event
 * @param streamType kind of the stream, such as {@code Donation}
 * @param streamId identifier of the stream
 * @param sequence number of the event within its stream, from 0
 * @param recordedAt milliseconds since 1970-01-01T00:00Z
 * @param type stable name of the event
 * @param revision revision of the event's form, empty if it has none
 * @param payload JSON, exactly as stored
 * @param metadata JSON, exactly as stored
 */
public record EventLeaf(
    UUID eventId,
    String streamType,
    UUID streamId,
    long sequence,
    long recordedAt,
    String type,
    String revision,
    String payload,
    String metadata) {

  /**
   * The first field of every leaf: which fields follow, and that this is no leaf of another log.
   */
  public static final String FORMAT = "aidledger.org/event/v1";

  /**
   * The leaf in its one canonical form: {@link #FORMAT} and then the nine parts in the order of
   * this record, each as four bytes of length (big-endian) and its bytes. Identifiers have 16
   * bytes, numbers 8 (big-endian), texts are UTF-8.
   */
  public byte[] encoded() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256 + payload.length());
    out.writeBytes(start());
    field(out, bytes(eventId));
    field(out, bytes(streamType));
    field(out, bytes(streamId));
    field(out, bytes(sequence));
    field(out, bytes(recordedAt));
    field(out, bytes(type));
    field(out, bytes(revision));
    field(out, bytes(payload));
    field(out, bytes(metadata));
    return out.toByteArray();
  }

  /** How every leaf begins: the field {@link #FORMAT} with its length. */
  public static byte[] start() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    field(out, bytes(FORMAT));
    return out.toByteArray();
  }

  /**
   * Reads a leaf.
   *
   * @throws IllegalArgumentException if the bytes are not the canonical form of an event
   */
  public static EventLeaf decode(byte[] encoded) {
    LeafFields fields = new LeafFields(encoded);
    if (!FORMAT.equals(fields.text())) {
      throw new IllegalArgumentException("This is not a leaf of the form " + FORMAT + ".");
    }
    EventLeaf leaf =
        new EventLeaf(
            fields.identifier(),
            fields.text(),
            fields.identifier(),
            fields.number(),
            fields.number(),
            fields.text(),
            fields.text(),
            fields.text(),
            fields.text());
    fields.end();
    return leaf;
  }

  private static void field(ByteArrayOutputStream out, byte[] bytes) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    out.writeBytes(bytes);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
