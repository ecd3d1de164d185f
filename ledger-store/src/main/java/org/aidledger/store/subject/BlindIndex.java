package org.aidledger.store.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is known of a person into keyed digests: equal for equal people, and worth nothing to
 * whoever has the table without the master key. Widths, case and spaces make no difference.
 */
final class BlindIndex {

  /** Half of SHA-256: far from any collision, and half the room in the table. */
  private static final int BYTES = 16;

  private static final String SEPARATOR = "\u001f";

  private final byte[] key;

  BlindIndex(MasterKey master) {
    key = master.derive("aid-ledger/blind-index/v1");
  }

  /**
   * The key that decides who this is: the strongest one given. Empty for a mere name.
   *
   * @param all every key of this person, as {@link #all} gives them
   */
  Optional<IndexKey> identifying(Person person, List<IndexKey> all) {
    return all.stream()
        .filter(index -> index.kind().identifies())
        .filter(
            index -> index.kind() != IndexKind.PHONE || TypedText.normal(person.name()).isEmpty())
        .findFirst();
  }

  /** Every key by which this person may be found later, the strongest first. */
  List<IndexKey> all(Person person) {
    String identity = TypedText.normal(person.identityNumber());
    String staff = TypedText.normal(person.staffNumber());
    String unit = TypedText.normal(person.unit());
    String phone = phone(person.phone());
    String name = TypedText.normal(person.name());
    List<IndexKey> keys = new ArrayList<>();
    if (!identity.isEmpty()) {
      keys.add(digest(IndexKind.IDENTITY, identity));
    }
    if (!staff.isEmpty() && !unit.isEmpty()) {
      keys.add(digest(IndexKind.STAFF_IN_UNIT, unit + SEPARATOR + staff));
    }
    if (!phone.isEmpty() && !name.isEmpty()) {
      keys.add(digest(IndexKind.PHONE_AND_NAME, phone + SEPARATOR + name));
    }
    if (!phone.isEmpty()) {
      keys.add(digest(IndexKind.PHONE, phone));
    }
    if (!name.isEmpty()) {
      keys.add(digest(IndexKind.FULL_NAME, name));
    }
    String account = TypedText.normal(person.bankAccount()).replace("-", "");
    if (!account.isEmpty()) {
      keys.add(digest(IndexKind.BANK_ACCOUNT, account));
    }
    return keys;
  }

  private IndexKey digest(IndexKind kind, String text) {
    byte[] hmac = Hashing.hmac(key, kind.number() + SEPARATOR + text);
    return IndexKey.of(kind, Arrays.copyOf(hmac, BYTES));
  }

  private static String phone(@Nullable String text) {
    return TypedText.normal(text).replaceAll("[-().]", "").replaceFirst("^(\\+|00)86", "");
  }
}
