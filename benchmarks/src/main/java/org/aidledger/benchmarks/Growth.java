package org.aidledger.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How every figure changes while one fund's book grows from 100,000 events to 5,000,000: recording
 * in each way there is, payouts, questions, and a replay of the whole. All are rates, so that less
 * is worse.
 */
final class Growth implements LongBook.Part {

  static final String NAME = "growth";

  private static final int SHORT = 100_000;
  private static final int LONG = 5_000_000;

  private final Run run;
  private final List<Rates.Length> measured = new ArrayList<>();

  Growth(Run run) {
    this.run = run;
  }

  @Override
  public List<Integer> lengths() {
    return run.quick() ? List.of(SHORT, LONG) : List.of(SHORT, 1_000_000, LONG);
  }

  @Override
  public void warmUp(GrowingBook book) throws Exception {
    book.grow(run.size(SHORT));
    Rates rates = new Rates(run, book);
    WarmUp.run(run, 0, 1, (_, _) -> rates.round());
  }

  @Override
  public void measure(GrowingBook book, int length) throws Exception {
    measured.add(new Rates(run, book).measure());
  }

  @Override
  public Result result(MemoryPeaks.Peaks peaks) {
    List<Result> points = points(measured.getFirst(), measured.getLast());
    Result headline = points.getFirst();
    return Result.of(NAME, headline.figure(), headline.events())
        .with(peaks)
        .withPoints(points)
        .withExtra("lengths", measured);
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
