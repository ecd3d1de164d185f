package org.aidledger.store.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keyed digests of a person as {@code ledger.subject_index} holds them, for lists that must not
 * name anybody and yet find the same person twice.
 *
 * @param kind of the number that identifies the person, 0 if none does
 * @param number digest of that number, hexadecimal
 * @param name digest of the full name, hexadecimal
 */
public record PersonMarks(short kind, @Nullable String number, @Nullable String name) {

  /** The kinds of {@code ledger.subject_index} that hold a number of one person alone. */
  public static final List<Integer> NUMBERS = List.of(1, 2);

  /** The kind of {@code ledger.subject_index} that holds full names. */
  public static final int FULL_NAME = 5;

  static PersonMarks of(List<IndexKey> keys) {
    IndexKey number = null;
    IndexKey name = null;
    for (IndexKey key : keys) {
      switch (key.kind()) {
        case IDENTITY, STAFF_IN_UNIT -> number = number == null ? key : number;
        case FULL_NAME -> name = key;
        case PHONE, PHONE_AND_NAME, BANK_ACCOUNT -> {}
      }
    }
    return new PersonMarks(
        number == null ? 0 : number.kind().number(),
        number == null ? null : number.hmac(),
        name == null ? null : name.hmac());
  }
}
