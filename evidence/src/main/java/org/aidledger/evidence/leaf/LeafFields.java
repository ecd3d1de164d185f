package org.aidledger.evidence.leaf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reads the fields of a leaf one after the other and believes nothing. */
final class LeafFields {

  private final ByteBuffer bytes;

  LeafFields(byte[] encoded) {
    bytes = ByteBuffer.wrap(encoded);
  }

  String text() {
    try {
      // A new decoder reports bytes that are no UTF-8 instead of replacing them.
      return StandardCharsets.UTF_8.newDecoder().decode(field()).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("A text in the leaf is not UTF-8.", e);
    }
  }

  UUID identifier() {
    ByteBuffer field = field(2 * Long.BYTES);
    return new UUID(field.getLong(), field.getLong());
  }

  long number() {
    return field(Long.BYTES).getLong();
  }

  void end() {
    if (bytes.hasRemaining()) {
      throw new IllegalArgumentException("Something follows the last field of the leaf.");
    }
  }

  private ByteBuffer field(int length) {
    ByteBuffer field = field();
    if (field.remaining() != length) {
      throw new IllegalArgumentException("A field of the leaf has the wrong length.");
    }
    return field;
  }

  private ByteBuffer field() {
    if (bytes.remaining() < Integer.BYTES) {
      throw new IllegalArgumentException("The leaf ends too early.");
    }
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("The leaf ends too early.");
    }
    ByteBuffer field = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return field;
  }
}
