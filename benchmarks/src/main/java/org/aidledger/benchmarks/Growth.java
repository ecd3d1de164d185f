package org.aidledger.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How every figure changes while one fund's book grows from 100,000 events to 5,000,000: recording
 * in each way there is, payouts, questions, and a replay of the whole. All are rates, so that less
 * is worse.
 */
final class Growth implements Scenario {

  private static final int SHORT = 100_000;
  private static final List<Integer> SIZES = List.of(SHORT, 1_000_000, 5_000_000);

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public Result run(Run run) throws Exception {
    try (BenchLedger ledger = run.startLedger(name());
        ClientProcess client = ClientProcess.start(ledger);
        GrowingBook book = new GrowingBook(run, ledger)) {
      book.grow(run.size(SHORT));
      Rates rates = new Rates(run, ledger, client, book);
      WarmUp.run(run, 0, 1, (_, _) -> rates.round());
    }
    try (BenchLedger ledger = run.startLedger(name());
        MemoryPeaks memory = new MemoryPeaks();
        ClientProcess client = ClientProcess.start(ledger);
        GrowingBook book = new GrowingBook(run, ledger)) {
      Rates rates = new Rates(run, ledger, client, book);
      List<Rates.Length> lengths = new ArrayList<>();
      for (int size : SIZES) {
        book.grow(run.size(size));
        lengths.add(rates.measure());
      }
      List<Result> points = points(lengths.getFirst(), lengths.getLast());
      Result headline = points.getFirst();
      return Result.of(name(), headline.figure(), headline.events())
          .with(memory.peaks())
          .withPoints(points)
          .withExtra("lengths", lengths);
    }
  }

  /** Each rate of the long book beside that of the short one, which stands as raw. */
  private static List<Result> points(Rates.Length few, Rates.Length many) {
    // Nothing may grow faster than the logarithm of the history.
    Floor floor =
        Floor.ratioAtLeast(Math.log((double) few.events()) / Math.log((double) many.events()));
    List<Result> points = new ArrayList<>();
    for (Map.Entry<String, Double> kind : many.perSecond().entrySet()) {
      Double before = few.perSecond().get(kind.getKey());
      points.add(
          Result.of(
              "growth-" + kind.getKey(),
              new Figure(kind.getValue(), "a second", before, floor),
              many.events()));
    }
    return points;
  }
}
