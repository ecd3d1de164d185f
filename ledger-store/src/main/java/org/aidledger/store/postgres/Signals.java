package org.aidledger.store.postgres;

import java.io.IOException;
import java.time.Duration;

/** Signals that PostgreSQL tells apart and that Java cannot send. */
enum Signals {
  /** Fast shutdown: open transactions are rolled back, a checkpoint is written. */
  INT,
  /** Immediate shutdown: no checkpoint; the next start recovers from the log. */
  QUIT;

  private static final Duration POLL = Duration.ofMillis(50);

  /** Sends the signal; a process that is gone already is none of its business. */
  void send(long pid) throws IOException {
    // The shell's own kill: small images have no program of that name.
    Process kill =
        new ProcessBuilder("/bin/sh", "-c", "kill -s " + name() + " " + pid)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean interrupted = false;
    while (true) {
      try {
        kill.waitFor();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the process is gone; false if it still runs after the time given. */
  static boolean awaitEnd(long pid, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (ProcessState.runs(pid)) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(POLL);
    }
    return true;
  }
}
