package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** What the processes of a ledger's own database server did since it was made. */
final class ServerCores {

  private final ProcessHandle postmaster;
  private final Duration begun;

  private ServerCores(ProcessHandle postmaster) {
    this.postmaster = postmaster;
    this.begun = used();
  }

  static ServerCores of(BenchLedger ledger) throws IOException {
    String pid =
        Files.readAllLines(ledger.data().resolve("postgres/postmaster.pid")).getFirst().strip();
    return new ServerCores(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
  }

  /**
   * Microseconds that they took for each of so many things. A process that ended meanwhile, such as
   * one that vacuumed, is not counted.
   */
  double microsEach(int things) {
    return Math.round(used().minus(begun).toNanos() / 1e3 / things);
  }

  private Duration used() {
    return postmaster
        .descendants()
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
