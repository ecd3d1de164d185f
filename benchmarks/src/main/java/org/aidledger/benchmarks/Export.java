package org.aidledger.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * An audit package of the whole book, from asking for it to the finished file: proofs, digests,
 * signatures and encryption included. What stands as raw is PostgreSQL sending the same columns of
 * the same events in its own binary form, to somebody who throws them away.
 */
final class Export {

  static final String NAME = "export";

  private static final int ROUNDS = 3;
  private static final int ROUNDS_QUICK = 1;

  private static final String RAW =
      "copy (select position, event_id, stream_type, stream_id, sequence, recorded_at, type,"
          + " revision, payload, metadata from ledger.event) to stdout (format binary)";

  private final Run run;
  private final BenchLedger ledger;
  private final SealedHistory history;
  private long liveAtTenth;

  Export(Run run, BenchLedger ledger, SealedHistory history) {
    this.run = run;
    this.ledger = ledger;
    this.history = history;
  }

  /** Sees what is reachable while a package of the first tenth of the book is made. */
  void lookAtTenth() throws Exception {
    // The first is for the virtual machine, which keeps what it has learnt.
    var _ = history.makePackage();
    liveAtTenth = LiveHeap.during(history::makePackage);
  }

  /** Measures packages of all of it. */
  Result measure(long events) throws Exception {
    var _ = history.makePackage();
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
        var _ = history.makePackage();
        scanned += (between - start) / 1e9;
        exported += (System.nanoTime() - between) / 1e9;
      }
      peaks = memory.peaks();
    }
    long liveAtAll = LiveHeap.during(history::makePackage);
    double all = (double) rounds * events;
    Figure figure = new Figure(all / exported, "events/s", all / scanned, Floor.ratioAtLeast(0.3));
    return Result.of(NAME, figure, events)
        .with(peaks)
        .withSetting("rounds", rounds)
        .withSetting("raw", "binary COPY of the same columns")
        .withExtra("rawBytes", bytes)
        .withPoints(List.of(FlatHeap.of("export-memory", liveAtTenth, liveAtAll, events)));
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
