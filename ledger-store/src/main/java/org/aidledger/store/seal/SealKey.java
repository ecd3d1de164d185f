package org.aidledger.store.seal;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.store.secret.SecretFile;
import org.aidledger.store.secret.SecretFileException;

/**
 * The key that signs the book's heads. It lies in a file of its own, outside the database and its
 * backups: whoever changes only the database cannot sign what he has made of it.
 */
public final class SealKey {

  private SealKey() {}

  /**
   * Reads the key from its file, or makes both if neither the file nor anything signed exists.
   *
   * @param path 64 hexadecimal digits, readable by its owner only
   * @param dataSource the migrated ledger that the key belongs to
   * @throws SealKeyException if the file is missing although the ledger has a key already, is not
   *     private, holds no key, or holds the key of another ledger
   */
  public static NoteSigner open(Path path, DataSource dataSource) {
    SecretFile file = new SecretFile(path, "seal key");
    try {
      NoteSigner signer = signer(file.read().orElseGet(() -> first(file, dataSource)));
      if (!storeIfNone(dataSource, signer.publicKey().toString())
          .equals(signer.publicKey().toString())) {
        throw new SealKeyException(
            "The seal key in "
                + path
                + " belongs to another ledger than this database."
                + " Put the right file in its place; nothing was changed.");
      }
      return signer;
    } catch (SecretFileException e) {
      throw new SealKeyException(String.valueOf(e.getMessage()), e);
    } catch (SQLException e) {
      throw new SealException("The public key of the seals could not be read.", e);
    }
  }

  /** The name of the book and of its key: as good as random, and the same wherever it is asked. */
  private static NoteSigner signer(byte[] seed) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(NoteSigner.publicKeyOf(seed));
      return new NoteSigner(
          "aid-ledger/" + HexFormat.of().formatHex(Arrays.copyOf(digest, Long.BYTES)), seed);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
  }

  private static byte[] first(SecretFile file, DataSource dataSource) {
    try {
      if (stored(dataSource).isEmpty()) {
        return file.create();
      }
    } catch (SQLException e) {
      throw new SealException("The public key of the seals could not be read.", e);
    }
    // Another process may have made both in this very moment; it writes the file first, so that the
    // file is there by now unless it is really lost.
    return file.read()
        .orElseThrow(
            () ->
                new SealKeyException(
                    "The seal key file "
                        + file.file()
                        + " is missing, but heads of this ledger were signed with one."
                        + " Put the file back from its backup."));
  }

  private static Optional<String> stored(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select public_key from ledger.seal_key");
        ResultSet result = statement.executeQuery()) {
      return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
    }
  }

  private static String storeIfNone(DataSource dataSource, String key) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into ledger.seal_key (public_key) values (?) on conflict do nothing")) {
      statement.setString(1, key);
      statement.executeUpdate();
    }
    return stored(dataSource).orElseThrow();
  }
}
