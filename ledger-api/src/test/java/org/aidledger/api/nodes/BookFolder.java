package org.aidledger.api.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

/** What all nodes of a book share: the database's address and the master key. */
final class BookFolder {

  private BookFolder() {}

  /** The environment of every node. */
  static Map<String, String> environment(Path folder, String url, String user, String password)
      throws IOException {
    Path key = folder.resolve("master.key");
    byte[] bytes = new byte[32];
    new Random(7).nextBytes(bytes);
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, HexFormat.of().formatHex(bytes));
    return Map.of(
        "SPRING_DATASOURCE_URL", url,
        "SPRING_DATASOURCE_USERNAME", user,
        "SPRING_DATASOURCE_PASSWORD", password,
        "LEDGER_MASTER_KEY_FILE", key.toString(),
        "LEDGER_BOOTSTRAP_PASSWORD", Office.PASSWORD);
  }
}
