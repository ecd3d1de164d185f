package org.aidledger.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that an application left behind when it was killed. It is ended rather than adopted:
 * its settings and its supervision would be those of a process that is gone.
 */
final class Leftover {

  private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
  private static final Duration FAST = Duration.ofSeconds(30);
  private static final Duration IMMEDIATE = Duration.ofSeconds(15);

  private Leftover() {}

  /**
   * Ends the server on this data folder, if one runs. The caller holds the folder's lock. A process
   * that merely has the noted number is never touched.
   */
  static void end(DataFolder data) throws IOException, InterruptedException {
    Optional<PostmasterFile> note = PostmasterFile.read(data.postgres());
    if (note.isEmpty()) {
      return;
    }
    long pid = note.get().pid();
    if (ProcessState.runs(pid) && ProcessState.isServerOn(pid, data.postgres())) {
      LOG.warn("Ending the database server {} that an earlier run left behind.", pid);
      end(pid);
    } else if (ProcessHandle.of(pid).isPresent()) {
      // The number is a zombie's or was given to a stranger. PostgreSQL looks at the number alone
      // and
      // would refuse to start; it still notices by its shared memory if a server is really there.
      Files.deleteIfExists(note.get().file());
    }
  }

  private static void end(long pid) throws IOException, InterruptedException {
    Signals.INT.send(pid);
    if (Signals.awaitEnd(pid, FAST)) {
      return;
    }
    Signals.QUIT.send(pid);
    if (!Signals.awaitEnd(pid, IMMEDIATE)) {
      throw new DatabaseStartException(
          StartFailure.DATABASE_NOT_STARTED,
          "The database server " + pid + " of an earlier run does not end.");
    }
  }
}
