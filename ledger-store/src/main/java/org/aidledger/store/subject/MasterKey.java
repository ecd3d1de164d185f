package org.aidledger.store.subject;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.aidledger.store.secret.SecretFile;
import org.aidledger.store.secret.SecretFileException;

/**
 * The key from which all others are derived. It lives in a file of its own, outside the database
 * and its backups: whoever has only one of the two reads nobody's name.
 */
public final class MasterKey {

  private static final byte[] NO_SALT = new byte[0];

  private final byte[] bytes;

  MasterKey(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /**
   * Reads the key from its file, or makes both if neither the file nor data sealed with a key
   * exists.
   *
   * @param file 64 hexadecimal digits, readable by its owner only
   * @param dataSource the migrated ledger that the key belongs to
   * @throws MasterKeyException if the file is missing although the ledger has a key already, is not
   *     private, holds no key, or holds the key of another ledger
   */
  public static MasterKey open(Path file, DataSource dataSource) {
    KeyCheck check = new KeyCheck(dataSource);
    MasterKey key = read(file).orElseGet(() -> first(file, check));
    if (!MessageDigest.isEqual(check.storeIfNone(key.checkValue()), key.checkValue())) {
      throw new MasterKeyException(
          "The master key in "
              + file
              + " belongs to another ledger than this database."
              + " Put the right file in its place; nothing was changed.");
    }
    return key;
  }

  /** The file was not there a moment ago: it is lost, or this start is the first. */
  private static MasterKey first(Path file, KeyCheck check) {
    if (check.stored().isEmpty()) {
      return new MasterKey(named(() -> new SecretFile(file, "master key").create()));
    }
    // Another process may have made both in this very moment; it writes the file before the check,
    // so that the file is there by now unless it is really lost.
    return read(file)
        .orElseThrow(
            () ->
                new MasterKeyException(
                    "The master key file "
                        + file
                        + " is missing, but this ledger was sealed with one."
                        + " Put the file back from its backup."));
  }

  private static Optional<MasterKey> read(Path file) {
    return named(() -> new SecretFile(file, "master key").read()).map(MasterKey::new);
  }

  /** Whoever starts the ledger learns that it is the master key that is wrong. */
  private static <T> T named(Supplier<T> action) {
    try {
      return action.get();
    } catch (SecretFileException e) {
      throw new MasterKeyException(String.valueOf(e.getMessage()), e);
    }
  }

  /** A key for one purpose of the whole ledger. */
  byte[] derive(String purpose) {
    return Hashing.derive(bytes, NO_SALT, purpose);
  }

  /** A key of 32 bytes for one purpose of whatever the salt belongs to: a person, a file. */
  public byte[] derive(byte[] salt, String purpose) {
    return Hashing.derive(bytes, salt, purpose);
  }

  /** What {@link Hashing#expand} makes the keys of one salt from. */
  byte[] extract(byte[] salt) {
    return Hashing.extract(bytes, salt);
  }

  private byte[] checkValue() {
    return derive("aid-ledger/key-check/v1");
  }
}
