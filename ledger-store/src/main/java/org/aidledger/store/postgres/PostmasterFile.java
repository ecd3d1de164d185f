package org.aidledger.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's own note of the server on a data folder, {@code postmaster.pid}.
 *
 * @param pid process id of the server
 * @param ready whether it accepts connections
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">file layout</a>
 */
record PostmasterFile(Path file, long pid, boolean ready) {

  private static final int STATUS_LINE = 7;

  /**
   * Reads the note in a cluster folder; empty when there is none or it is not yet written whole.
   */
  static Optional<PostmasterFile> read(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(file);
      String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
      // A stand-alone server notes its number with a minus sign.
      long pid = Math.abs(Long.parseLong(lines.isEmpty() ? "" : lines.getFirst().strip()));
      return Optional.of(new PostmasterFile(file, pid, status.equals("ready")));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
