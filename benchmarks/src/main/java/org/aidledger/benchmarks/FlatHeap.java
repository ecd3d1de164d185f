package org.aidledger.benchmarks;

/** Memory that must not grow with the book: the same work on a tenth of it, and on all of it. */
final class FlatHeap {

  /** What is under way at the moment of a look differs by so much. */
  private static final double FLAT = 1.25;

  private FlatHeap() {}

  /**
   * A point of a scenario.
   *
   * @param atTenth bytes that were reachable at a tenth
   * @param atAll the same at ten times as much
   */
  static Result of(String name, long atTenth, long atAll, long events) {
    Figure figure = new Figure(atAll / 1e6, "MB live heap", atTenth / 1e6, Floor.ratioAtMost(FLAT));
    return Result.of(name, figure, events)
        .withSetting("raw", "a tenth of the events")
        .withExtra("liveBytesTenth", atTenth)
        .withExtra("liveBytesAll", atAll);
  }
}
