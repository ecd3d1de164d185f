package org.aidledger.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * An audit package of the whole book, from asking for it to the finished file: proofs, digests,
 * signatures and encryption included. What stands as raw is PostgreSQL sending the same columns of
 * the same events in its own binary form, to somebody who throws them away.
 */
final class Export implements Scenario {

  private static final int DONATIONS = 1_000_000;
  private static final int ROUNDS = 3;
  private static final int ROUNDS_QUICK = 1;
  private static final int TENTH = 10;

  private static final String RAW =
      "copy (select position, event_id, stream_type, stream_id, sequence, recorded_at, type,"
          + " revision, payload, metadata from ledger.event) to stdout (format binary)";

  private final int donations;

  Export() {
    this(DONATIONS);
  }

  Export(int donations) {
    this.donations = donations;
  }

  @Override
  public String name() {
    return "export";
  }

  @Override
  public Result run(Run run) throws Exception {
    try (BenchLedger ledger = BenchLedger.start(run.dataFolder(name()), SealedHistory.OPTIONS)) {
      run.note(ledger);
      SealedHistory history = new SealedHistory(ledger);
      var _ = history.growTo(run.size(donations) / TENTH);
      // The first is for the virtual machine, which keeps what it has learnt.
      var _ = history.makePackage();
      long liveAtFew = LiveHeap.during(history::makePackage);
      long events = history.growTo(run.size(donations));
      Result result = measure(run, ledger, history, events);
      long liveAtAll = LiveHeap.during(history::makePackage);
      history.check();
      return result.withPoints(List.of(FlatHeap.of("export-memory", liveAtFew, liveAtAll, events)));
    }
  }

  private static Result measure(Run run, BenchLedger ledger, SealedHistory history, long events)
      throws Exception {
    UUID last = history.makePackage();
    double exported = 0;
    double scanned = 0;
    long bytes = 0;
    int rounds = run.quick() ? ROUNDS_QUICK : ROUNDS;
    MemoryPeaks.Peaks peaks;
    try (MemoryPeaks memory = new MemoryPeaks();
        Connection connection = ledger.connect()) {
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        bytes = scan(connection);
        long between = System.nanoTime();
        last = history.makePackage();
        scanned += (between - start) / 1e9;
        exported += (System.nanoTime() - between) / 1e9;
      }
      peaks = memory.peaks();
    }
    Path file = run.work().resolve("export.zip");
    history.fetch(last, file);
    double verified = new VerifiedPackage(file, events).verify();
    long packageBytes = Files.size(file);
    Files.delete(file);
    double all = (double) rounds * events;
    Figure figure = new Figure(all / exported, "events/s", all / scanned, Floor.ratioAtLeast(0.3));
    return Result.of("export", figure, events)
        .with(peaks)
        .withSetting("rounds", rounds)
        .withSetting("raw", "binary COPY of the same columns")
        .withExtra("packageBytes", packageBytes)
        .withExtra("rawBytes", bytes)
        .withExtra("verifiedSeconds", verified);
  }

  /** How many bytes the events are. */
  private static long scan(Connection connection) throws SQLException {
    CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(RAW);
    long bytes = 0;
    for (byte[] some = copy.readFromCopy(); some != null; some = copy.readFromCopy()) {
      bytes += some.length;
    }
    return bytes;
  }
}
