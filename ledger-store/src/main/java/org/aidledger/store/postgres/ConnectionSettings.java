package org.aidledger.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach the database. Kept in {@code postgres.env} in libpq's own variable names, so that
 * {@code set -a; . data/postgres.env; psql} looks inside.
 *
 * @param port TCP port on the loopback address
 * @param password of the application's role, in letters, digits, {@code -} and {@code _} only
 */
record ConnectionSettings(int port, String password) {

  static final String HOST = "127.0.0.1";
  static final String ROLE = "aidledger";
  static final String DATABASE = "aidledger";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A password of 192 random bits that needs no quoting in a shell, in SQL or in a URL. */
  static String randomPassword() {
    byte[] bits = new byte[24];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** Reads the file; empty when it is missing or lacks the port or the password. */
  static Optional<ConnectionSettings> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    String port = values.getOrDefault("PGPORT", "");
    String password = values.getOrDefault("PGPASSWORD", "");
    return port.matches("[0-9]{1,5}") && password.matches("[A-Za-z0-9_-]{16,}")
        ? Optional.of(new ConnectionSettings(Integer.parseInt(port), password))
        : Optional.empty();
  }

  void write(Path file) throws IOException {
    String text =
        """
        # Written at every start. Use: set -a; . THIS-FILE; psql
        PGHOST=%s
        PGPORT=%d
        PGUSER=%s
        PGPASSWORD=%s
        PGDATABASE=%s
        """
            .formatted(HOST, port, ROLE, password, DATABASE);
    PrivateFile.write(file, text);
  }

  String jdbcUrl() {
    return "jdbc:postgresql://" + HOST + ":" + port + "/" + DATABASE;
  }

  ConnectionSettings onPort(int other) {
    return new ConnectionSettings(other, password);
  }

  /** Leaves the password out: settings end up in logs. */
  @Override
  public String toString() {
    return "ConnectionSettings[" + jdbcUrl() + "]";
  }
}
