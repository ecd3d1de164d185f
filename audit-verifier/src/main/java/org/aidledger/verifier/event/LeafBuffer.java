package org.aidledger.verifier.event;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.Hash;

/** Puts the fields of a leaf together in one buffer and hashes them (docs/evidence, section 1). */
final class LeafBuffer {

  /** What stands before every leaf when it is hashed (RFC 9162, 2.1.1). */
  private static final byte LEAF = 0;

  private static final byte[] START = EventLeaf.start();

  private final MessageDigest sha256;
  private byte[] bytes = Arrays.copyOf(START, 4_096);
  private int length;

  LeafBuffer() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
  }

  LeafBuffer begin() {
    length = START.length;
    return this;
  }

  LeafBuffer field(UUID id) {
    ByteBuffer out = reserve(2 * Long.BYTES);
    out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return this;
  }

  LeafBuffer field(long number) {
    reserve(Long.BYTES).putLong(number);
    return this;
  }

  LeafBuffer field(byte[] text) {
    reserve(text.length).put(text);
    return this;
  }

  Hash hash() {
    sha256.update(LEAF);
    sha256.update(bytes, 0, length);
    return Hash.of(sha256.digest());
  }

  /** The place of the next field's content, behind its length. */
  private ByteBuffer reserve(int size) {
    int end = Math.addExact(length, Integer.BYTES + size);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end));
    }
    ByteBuffer out = ByteBuffer.wrap(bytes, length, Integer.BYTES + size).putInt(size);
    length = end;
    return out;
  }
}
