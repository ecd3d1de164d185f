package org.aidledger.verifier.scratch;

import java.security.SecureRandom;

/**
 * Makes fingerprints of texts with a key that nobody knows and that ends with the run: the
 * temporary file tells nothing of names, and whoever forges a package can neither make two texts
 * look like one nor fill one place of a table. The function is SipHash-2-4 with 128 bits (Aumasson
 * and Bernstein, 2012) over the characters in UTF-16, lower byte first; equal texts are equal
 * characters, so that no two spellings fall together on the way to bytes.
 */
final class Fingerprints {

  private static final int CHARACTERS_OF_A_WORD = 4;

  private final long key0;
  private final long key1;

  /** With a key of its own. */
  Fingerprints() {
    SecureRandom random = new SecureRandom();
    this(random.nextLong(), random.nextLong());
  }

  Fingerprints(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  Fingerprint of(String text) {
    Mixing mixing = new Mixing(key0, key1);
    int length = text.length();
    int whole = length - length % CHARACTERS_OF_A_WORD;
    for (int i = 0; i < whole; i += CHARACTERS_OF_A_WORD) {
      mixing.take(
          text.charAt(i)
              | (long) text.charAt(i + 1) << 16
              | (long) text.charAt(i + 2) << 32
              | (long) text.charAt(i + 3) << 48);
    }
    long last = (2L * length) << 56;
    for (int i = whole; i < length; i++) {
      last |= (long) text.charAt(i) << (16 * (i - whole));
    }
    mixing.take(last);
    return mixing.end();
  }

  /** The four words of the function's state. */
  private static final class Mixing {

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    Mixing(long key0, long key1) {
      v0 = key0 ^ 0x736f6d6570736575L;
      v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
      v2 = key0 ^ 0x6c7967656e657261L;
      v3 = key1 ^ 0x7465646279746573L;
    }

    void take(long word) {
      v3 ^= word;
      round();
      round();
      v0 ^= word;
    }

    Fingerprint end() {
      v2 ^= 0xee;
      fourRounds();
      long first = v0 ^ v1 ^ v2 ^ v3;
      v1 ^= 0xdd;
      fourRounds();
      return new Fingerprint(first, v0 ^ v1 ^ v2 ^ v3);
    }

    private void fourRounds() {
      round();
      round();
      round();
      round();
    }

    private void round() {
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
