package org.aidledger.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Reading a long book while nothing is written, while half as much is written as can be, and while
 * a roster of the whole city goes into the same fund. A process of its own asks over HTTP, as
 * people do, at a steady rate; times are counted from when a question was due.
 */
final class Queries implements Scenario {

  private static final int MILLION = 1_000_000;

  /** How many events the book has at each measurement. */
  private static final List<Integer> SIZES = List.of(MILLION, 5 * MILLION);

  @Override
  public String name() {
    return "queries";
  }

  @Override
  public Result run(Run run) throws Exception {
    try (BenchLedger ledger = run.startLedger(name());
        ClientProcess client = ClientProcess.start(ledger);
        GrowingBook book = new GrowingBook(run, ledger)) {
      new LongBookReading(run, ledger, client, book).warmUp();
    }
    try (BenchLedger ledger = run.startLedger(name());
        MemoryPeaks memory = new MemoryPeaks();
        ClientProcess client = ClientProcess.start(ledger);
        GrowingBook book = new GrowingBook(run, ledger)) {
      LongBookReading reading = new LongBookReading(run, ledger, client, book);
      List<Result> points = new ArrayList<>();
      for (int size : SIZES) {
        points.addAll(reading.atRest(run.size(size)));
        points.addAll(reading.atHalfLoad(size));
        points.addAll(reading.duringCity(size));
      }
      book.check(Replays.run(ledger));
      Result headline = last(points, "city-" + Questions.BALANCE);
      return Result.of("queries", headline.figure(), ledger.head() + 1)
          .with(headline.latency())
          .with(memory.peaks())
          .withPoints(points);
    }
  }

  private static Result last(List<Result> points, String name) {
    return points.stream()
        .filter(point -> point.scenario().startsWith(name))
        .reduce((_, later) -> later)
        .orElseThrow();
  }
}
