package org.aidledger.core.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * UUIDs of version 8 (RFC 9562) made of the SHA-256 of what they name, so that the same thing has
 * the same identity on every machine and after every crash.
 */
public final class NameBasedId {

  private NameBasedId() {}

  /**
   * The identifier of the thing that the parts name, in their order.
   *
   * @param kind separates things of different kinds that have equal parts
   * @param parts length-prefixed before hashing, so that no two lists of parts read the same
   */
  public static UUID of(String kind, String... parts) {
    MessageDigest sha = sha256();
    update(sha, kind);
    for (String part : parts) {
      update(sha, part);
    }
    ByteBuffer hash = ByteBuffer.wrap(sha.digest());
    long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
    long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** A fresh SHA-256, which every Java platform has. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no SHA-256", e);
    }
  }

  private static void update(MessageDigest sha, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    sha.update(bytes);
  }
}
