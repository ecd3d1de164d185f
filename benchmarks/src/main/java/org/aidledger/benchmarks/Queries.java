package org.aidledger.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Reading a long book while nothing is written, while half as much is written as can be, and while
 * a roster of the whole city goes into the same fund. A process of its own asks over HTTP, as
 * people do, at a steady rate; times are counted from when a question was due.
 */
final class Queries implements LongBook.Part {

  static final String NAME = "queries";

  private static final int MILLION = 1_000_000;

  private final Run run;
  private final List<Result> points = new ArrayList<>();
  private long events;

  Queries(Run run) {
    this.run = run;
  }

  @Override
  public List<Integer> lengths() {
    return List.of(MILLION, 5 * MILLION);
  }

  @Override
  public void warmUp(GrowingBook book) throws Exception {
    new LongBookReading(run, book).warmUp();
  }

  @Override
  public void measure(GrowingBook book, int length) throws Exception {
    LongBookReading reading = new LongBookReading(run, book);
    points.addAll(reading.atRest(length));
    points.addAll(reading.atHalfLoad(length));
    points.addAll(reading.duringCity(length));
    events = book.ledger().head() + 1;
  }

  @Override
  public Result result(MemoryPeaks.Peaks peaks) {
    Result headline = last("city-" + Questions.BALANCE);
    return Result.of(NAME, headline.figure(), events)
        .with(headline.latency())
        .with(peaks)
        .withPoints(points);
  }

  private Result last(String name) {
    return points.stream()
        .filter(point -> point.scenario().startsWith(name))
        .reduce((_, later) -> later)
        .orElseThrow();
  }
}
