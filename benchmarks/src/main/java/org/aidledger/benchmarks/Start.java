package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.aidledger.store.postgres.EmbeddedDatabase;

/**
 * From the start of the process to ready, on a book of 1,000,000 events and on one of 5,000,000.
 * What stands as raw is the database's own start on the same data. The pages of the data lie in the
 * system's cache as far as they fit.
 */
final class Start implements LongBook.Part {

  static final String NAME = "start";

  private static final int STARTS = 3;

  /** A quick run sees that it starts, and about when. */
  private static final int STARTS_QUICK = 1;

  /** Of two medians of three starts on a machine that does other things too. */
  private static final double SAME = 1.3;

  private final Run run;
  private final List<Result> points = new ArrayList<>();

  Start(Run run) {
    this.run = run;
  }

  @Override
  public List<Integer> lengths() {
    return List.of(1_000_000, 5_000_000);
  }

  /** A process starts cold. */
  @Override
  public void warmUp(GrowingBook book) {}

  @Override
  public void measure(GrowingBook book, int length) throws Exception {
    long events = book.ledger().head() + 1;
    points.add(book.whileStopped(data -> point(data, run.size(length), events)));
  }

  @Override
  public Result result(MemoryPeaks.Peaks peaks) {
    Result fewer = points.getFirst();
    Result more = points.getLast();
    Figure growth =
        new Figure(more.figure().value(), "s", fewer.figure().value(), Floor.ratioAtMost(SAME));
    return Result.of(NAME, more.figure(), more.events())
        .with(more.latency())
        .with(more.memory())
        .withSetting("pageCache", "warm")
        .withPoints(
            List.of(
                fewer,
                more,
                Result.of("start-growth", growth, more.events())
                    .withSetting("raw", "the start on the shorter book")));
  }

  private Result point(Path data, int length, long events) throws Exception {
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
    return Result.of("start@" + length, figure, events)
        .with(Latency.of(times))
        .with(peaks)
        .withSetting("starts", starts);
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
