package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.aidledger.core.fund.FundId;
import org.aidledger.store.postgres.EmbeddedDatabase;

/**
 * From the start of the process to ready, on a book of 1,000,000 events and on one of 5,000,000,
 * recorded in batches as the API takes them. What stands as raw is the database's own start on the
 * same data. The pages of the data lie in the system's cache as far as they fit.
 */
final class Start implements Scenario {

  private static final int FEWER = 1_000_000;
  private static final int MORE = 5_000_000;
  private static final int STARTS = 3;

  /** A quick run sees that it starts, and about when. */
  private static final int STARTS_QUICK = 1;

  /** Of two medians of three starts on a machine that does other things too. */
  private static final double SAME = 1.3;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public Result run(Run run) throws Exception {
    Path data = run.dataFolder(name());
    try {
      Result fewer = point(run, data, 0, run.size(FEWER));
      Result more = point(run, data, run.size(FEWER), run.size(MORE));
      Figure growth =
          new Figure(more.figure().value(), "s", fewer.figure().value(), Floor.ratioAtMost(SAME));
      return Result.of(name(), more.figure(), more.events())
          .with(more.latency())
          .with(more.memory())
          .withSetting("pageCache", "warm")
          .withPoints(
              List.of(
                  fewer,
                  more,
                  Result.of("start-growth", growth, more.events())
                      .withSetting("raw", "the start on the shorter book")));
    } finally {
      Folders.delete(data);
    }
  }

  private static Result point(Run run, Path data, int from, int to) throws Exception {
    long events = grow(run, data, from, to);
    double bare = bareStart(data);
    Histogram times = new Histogram(3);
    List<Double> seconds = new ArrayList<>();
    MemoryPeaks.Peaks peaks = null;
    int starts = run.quick() ? STARTS_QUICK : STARTS;
    for (int i = 0; i < starts; i++) {
      try (Served served = Served.start(run.application(), data)) {
        seconds.add(served.secondsToReady());
        times.recordValue(Math.round(served.secondsToReady() * 1e9));
        peaks = MemoryPeaks.of(served.process());
      }
    }
    seconds.sort(null);
    Figure figure = new Figure(seconds.get(starts / 2), "s", bare, Floor.figureAtMost(15));
    return Result.of("start@" + to, figure, events)
        .with(Latency.of(times))
        .with(peaks)
        .withSetting("starts", starts);
  }

  /** Adds donations to the book; a thousand of them are a thousand events and a control total. */
  private static long grow(Run run, Path data, int from, int to) throws Exception {
    BenchLedger ledger = BenchLedger.start(data);
    try {
      run.note(ledger);
      FundId fund =
          from == 0 ? ledger.openFund("LONG") : FundId.of(BenchLedger.ORGANISATION, "LONG");
      History.record(ledger, fund, from, to);
      ledger.catchUp();
      TieOut.checkUnreplayed(ledger, Map.of(fund, new TieOut.Received(to, Donations.fen(0, to))));
      return ledger.head() + 1;
    } finally {
      ledger.stop();
    }
  }

  private static double bareStart(Path data) throws IOException {
    long start = System.nanoTime();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      if (!database.alive()) {
        throw new IOException("the database did not start");
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }
}
