package org.aidledger.benchmarks;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Everything that wants a long book: millions of events take minutes to record, and are recorded
 * once. The book stops growing at some lengths, and there each scenario measures.
 */
final class LongBook implements Session {

  private record Kind(String name, Function<Run, Part> part) {}

  /** In the order in which they measure at a length: a start comes last, as it ends what runs. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind(Queries.NAME, Queries::new),
          new Kind(Growth.NAME, Growth::new),
          new Kind(Start.NAME, Start::new));

  /** What one scenario measures of a growing book. */
  interface Part {

    /** How many events there are when it measures, in a run of the full size. */
    List<Integer> lengths();

    /**
     * Does what it will measure until the virtual machine has compiled it. At the full size this
     * makes a book longer than it is to be measured.
     */
    void warmUp(GrowingBook book) throws Exception;

    /** Measures a book that is at rest and has this length at least. */
    void measure(GrowingBook book, int length) throws Exception;

    /**
     * What it came to.
     *
     * @param peaks of this process
     */
    Result result(MemoryPeaks.Peaks peaks);
  }

  @Override
  public List<String> names() {
    return KINDS.stream().map(Kind::name).toList();
  }

  @Override
  public List<Result> run(Run run, List<String> names) throws Exception {
    List<Part> parts =
        KINDS.stream()
            .filter(kind -> names.contains(kind.name))
            .map(kind -> kind.part.apply(run))
            .toList();
    if (!run.quick()) {
      try (GrowingBook other = new GrowingBook(run, "warm-up")) {
        for (Part part : parts) {
          part.warmUp(other);
        }
      }
    }
    try (GrowingBook book = new GrowingBook(run, "long");
        MemoryPeaks memory = new MemoryPeaks()) {
      for (int length : lengths(parts)) {
        book.grow(run.size(length));
        for (Part part : parts) {
          // A second book would take a quick run longer than what it measures.
          if (run.quick() && length == part.lengths().getFirst()) {
            part.warmUp(book);
          }
          if (part.lengths().contains(length)) {
            book.rest();
            part.measure(book, length);
          }
        }
      }
      book.check();
      MemoryPeaks.Peaks peaks = memory.peaks();
      return parts.stream().map(part -> part.result(peaks)).toList();
    }
  }

  private static SortedSet<Integer> lengths(List<Part> parts) {
    SortedSet<Integer> lengths = new TreeSet<>();
    parts.forEach(part -> lengths.addAll(part.lengths()));
    return lengths;
  }
}
