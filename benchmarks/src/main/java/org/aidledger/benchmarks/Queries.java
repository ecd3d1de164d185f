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

  /** How many events the book has at each measurement; the first shows growth only. */
  private static final List<Integer> SIZES = List.of(100_000, MILLION, 5 * MILLION);

  /** Nothing may grow faster than the logarithm of the history. */
  private static final double GROWTH = Math.log(5.0 * MILLION) / Math.log(MILLION / 10.0);

  @Override
  public String name() {
    return "queries";
  }

  @Override
  public Result run(Run run) throws Exception {
    try (BenchLedger ledger = run.startLedger(name());
        ClientProcess client = ClientProcess.start(ledger);
        RosterImport imports = new RosterImport(ledger)) {
      new LongBook(run, ledger, client, imports).warmUp();
    }
    try (BenchLedger ledger = run.startLedger(name());
        MemoryPeaks memory = new MemoryPeaks();
        ClientProcess client = ClientProcess.start(ledger);
        RosterImport imports = new RosterImport(ledger)) {
      LongBook book = new LongBook(run, ledger, client, imports);
      List<Result> points = new ArrayList<>();
      List<Growth> growth = new ArrayList<>();
      for (int size : SIZES) {
        growth.add(book.grow(run.size(size), points));
        if (size >= MILLION) {
          points.addAll(book.atHalfLoad(size));
          points.addAll(book.duringCity(size));
        }
      }
      points.addAll(growthPoints(growth.getFirst(), growth.getLast()));
      book.check();
      Result headline = last(points, "city-" + Questions.BALANCE);
      return Result.of("queries", headline.figure(), ledger.head() + 1)
          .with(headline.latency())
          .with(memory.peaks())
          .withPoints(points)
          .withExtra("growth", growth);
    }
  }

  /**
   * How the book was at one length.
   *
   * @param singlesPerSecond the median of the rounds
   */
  record Growth(
      long events,
      double singlesPerSecond,
      List<Double> rounds,
      double balanceP50ms,
      double balanceP99ms) {}

  private static List<Result> growthPoints(Growth first, Growth last) {
    return List.of(
        Result.of(
            "growth-singles",
            new Figure(
                last.singlesPerSecond,
                "donations/s",
                first.singlesPerSecond,
                Floor.ratioAtLeast(1 / GROWTH)),
            last.events),
        Result.of(
            "growth-balance",
            new Figure(
                last.balanceP50ms, "ms (p50)", first.balanceP50ms, Floor.ratioAtMost(GROWTH)),
            last.events));
  }

  private static Result last(List<Result> points, String name) {
    return points.stream()
        .filter(point -> point.scenario().startsWith(name))
        .reduce((_, later) -> later)
        .orElseThrow();
  }
}
