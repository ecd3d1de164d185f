package org.aidledger.projections.sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Draws the random start of a systematic sample out of a seed, as docs/evidence describes it, so
 * that another program draws the same one. Block n of the stream is SHA-256 over the name of the
 * stream, a zero byte, the seed in UTF-8, a zero byte and n as eight bytes, the highest first. The
 * first eight bytes of a block without their highest bit are a number; numbers at or above the
 * largest multiple of the interval are passed over, so that each start is equally likely.
 */
public final class SampleStart {

  private static final String STREAM = "aid-ledger/monetary-unit-sample/v1";

  private SampleStart() {}

  /**
   * The start.
   *
   * @param interval at least 1
   * @return from 1 to the interval
   */
  public static long of(String seed, long interval) {
    if (interval < 1) {
      throw new IllegalArgumentException("an interval is at least 1");
    }
    long beyond = Long.MAX_VALUE - Long.MAX_VALUE % interval;
    for (long counter = 0; ; counter++) {
      long drawn = number(seed, counter);
      if (drawn < beyond) {
        return 1 + drawn % interval;
      }
    }
  }

  /** One number of the stream, from 0 to 2^63 - 1. */
  static long number(String seed, long counter) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(STREAM.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update(seed.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
      return ByteBuffer.wrap(sha.digest()).getLong() & Long.MAX_VALUE;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
