package org.aidledger.store.subject;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A person met for the first time, not yet in the table. */
@SuppressWarnings("ArrayRecordComponent") // Subjects are told apart by their id alone.
record NewSubject(UUID id, byte[] salt, List<IndexKey> keys) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;
  private static final int ID_BYTES = 16;

  static NewSubject of(List<IndexKey> keys) {
    // One request for both, because each costs more than the bytes that it brings.
    byte[] random = new byte[SALT_BYTES + ID_BYTES];
    RANDOM.nextBytes(random);
    UUID id = id(System.currentTimeMillis(), ByteBuffer.wrap(random, SALT_BYTES, ID_BYTES));
    return new NewSubject(id, Arrays.copyOf(random, SALT_BYTES), List.copyOf(keys));
  }

  /**
   * A UUID of version 7 (RFC 9562): the time it was made, then 74 random bits. People met together
   * stand together in every index over subjects, which costs a third of ids without any order, and
   * the time says nothing that the recorded time of the person's first event does not say.
   */
  private static UUID id(long millis, ByteBuffer random) {
    long high = millis << 16 | 0x7000L | (random.getLong() & 0x0fffL);
    long low = (random.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
