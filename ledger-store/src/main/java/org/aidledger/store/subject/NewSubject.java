package org.aidledger.store.subject;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/** A person met for the first time, not yet in the table. */
@SuppressWarnings("ArrayRecordComponent") // Subjects are told apart by their id alone.
record NewSubject(UUID id, byte[] salt, List<IndexKey> keys) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;

  static NewSubject of(List<IndexKey> keys) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new NewSubject(UUID.randomUUID(), salt, List.copyOf(keys));
  }
}
