package org.aidledger.evidence.merkle;

import java.util.Arrays;
import java.util.Base64;

/** One SHA-256 value: 32 bytes, written as base64. */
public final class Hash {

  /** Length of every hash in bytes. */
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Takes 32 bytes out of a longer row of hashes.
   *
   * @throws IndexOutOfBoundsException if fewer than 32 bytes stand there
   */
  public static Hash at(byte[] source, int offset) {
    if (offset < 0 || offset + BYTES > source.length) {
      throw new IndexOutOfBoundsException("There are no 32 bytes at " + offset + ".");
    }
    return new Hash(Arrays.copyOfRange(source, offset, offset + BYTES));
  }

  /**
   * Takes exactly 32 bytes.
   *
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static Hash of(byte[] source) {
    if (source.length != BYTES) {
      throw new IllegalArgumentException("A hash has 32 bytes, not " + source.length + ".");
    }
    return at(source, 0);
  }

  /**
   * Reads base64 with padding; a second spelling of the same bytes is refused.
   *
   * @throws IllegalArgumentException if the text is no such hash
   */
  public static Hash parse(String base64) {
    Hash hash = of(Base64.getDecoder().decode(base64));
    if (!hash.toString().equals(base64)) {
      throw new IllegalArgumentException("A hash is written as base64 with padding.");
    }
    return hash;
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, BYTES);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Base64 with padding. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
