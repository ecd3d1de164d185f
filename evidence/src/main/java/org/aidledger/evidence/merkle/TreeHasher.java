package org.aidledger.evidence.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 as RFC 9162, section 2.1.1 uses it: a leaf is hashed behind the byte 0, an inner node
 * behind the byte 1, so that neither can pass for the other. For one thread at a time.
 */
public final class TreeHasher {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha256;
  private final byte[] scratch = new byte[Tile.FULL_BYTES];

  /** Makes a hasher of its own for one thread. */
  public TreeHasher() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
  }

  /** The root of a tree without leaves. */
  public Hash empty() {
    return Hash.of(sha256.digest());
  }

  /** The hash of one leaf. */
  public Hash leaf(byte[] leaf) {
    byte[] hash = new byte[Hash.BYTES];
    leaf(leaf, leaf.length, hash, 0);
    return Hash.of(hash);
  }

  /** The hash of an inner node. */
  public Hash node(Hash left, Hash right) {
    sha256.update(NODE);
    sha256.update(left.bytes());
    return Hash.of(sha256.digest(right.bytes()));
  }

  /** Hashes the first bytes of a buffer as a leaf, into another buffer. */
  void leaf(byte[] leaf, int length, byte[] target, int offset) {
    sha256.update(LEAF);
    sha256.update(leaf, 0, length);
    finish(target, offset);
  }

  /** The root over neighbouring hashes of a tile; their number is a power of two. */
  Hash root(byte[] hashes, int first, int count) {
    System.arraycopy(hashes, first * Hash.BYTES, scratch, 0, count * Hash.BYTES);
    for (int width = count; width > 1; width /= 2) {
      for (int i = 0; i < width / 2; i++) {
        sha256.update(NODE);
        sha256.update(scratch, 2 * i * Hash.BYTES, 2 * Hash.BYTES);
        finish(scratch, i * Hash.BYTES);
      }
    }
    return Hash.at(scratch, 0);
  }

  private void finish(byte[] target, int offset) {
    try {
      sha256.digest(target, offset, Hash.BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 has 32 bytes, and so has the target.", e);
    }
  }
}
