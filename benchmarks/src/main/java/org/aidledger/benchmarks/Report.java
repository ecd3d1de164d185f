package org.aidledger.benchmarks;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table for people. */
final class Report {

  private static final String ROW = "%-16s %14s %-18s %14s %8s %8s %-5s %9s %9s %9s %6s %6s%n";

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void head() {
    out.printf(
        ROW,
        "scenario",
        "figure",
        "unit",
        "raw",
        "ratio",
        "floor",
        "met",
        "p50 ms",
        "p99 ms",
        "max ms",
        "heap",
        "rss");
  }

  /** A result and its points. */
  void row(Result result) {
    line(result);
    result.points().forEach(this::line);
  }

  private void line(Result result) {
    Figure figure = result.figure();
    Latency latency = result.latency();
    MemoryPeaks.Peaks memory = result.memory();
    out.printf(
        ROW,
        result.scenario(),
        number(figure.value()),
        figure.unit(),
        number(figure.raw()),
        number(figure.ratio()),
        number(figure.floor().line()),
        result.met() ? "yes" : "NO",
        number(latency == null ? null : latency.p50()),
        number(latency == null ? null : latency.p99()),
        number(latency == null ? null : latency.max()),
        memory == null || memory.heapMb() == null ? "" : memory.heapMb(),
        memory == null || memory.rssMb() == null ? "" : memory.rssMb());
    out.flush();
  }

  private static String number(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }
}
