package org.aidledger.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./ledger bench [--quick] [scenario…]}: measures, writes {@code
 * target/bench/<scenario>.json} and prints a table.
 */
public final class Bench {

  private static final int FAILED = 1;

  private static final int WRONG_USE = 64;

  private final List<Scenario> scenarios;
  private final PrintStream out;

  Bench(List<Scenario> scenarios, PrintStream out) {
    this.scenarios = scenarios;
    this.out = out;
  }

  /**
   * Runs the scenarios that are named, or all.
   *
   * @param args {@code --root DIR} of the project, {@code --jar FILE} of the application, {@code
   *     --quick}, names; exit status 0 if every line was reached, 1 if not, 64 for wrong use
   */
  public static void main(String[] args) throws Exception {
    System.exit(new Bench(Scenarios.all(), System.out).run(List.of(args)));
  }

  int run(List<String> args) throws IOException {
    BenchOptions options = BenchOptions.read(args);
    List<String> unknown = new ArrayList<>(options.unknown());
    options.names().stream().filter(name -> !ordered().contains(name)).forEach(unknown::add);
    if (!unknown.isEmpty()) {
      out.println("bench [--quick] [" + String.join("|", ordered()) + "]…: 未知 unknown " + unknown);
      return WRONG_USE;
    }
    Path results = options.root().resolve("target/bench");
    Folders.delete(results);
    Files.createDirectories(results);
    Path work = options.root().resolve("target/bench-work");
    Folders.delete(work);
    try {
      Run run = new Run(options.quick(), Files.createDirectories(work), options.application());
      return measure(run, results, options.names());
    } finally {
      Folders.delete(work);
    }
  }

  private List<String> ordered() {
    return scenarios.stream().map(Scenario::name).toList();
  }

  private int measure(Run run, Path results, List<String> names) {
    Report report = new Report(out);
    report.head();
    int status = 0;
    for (Scenario scenario : scenarios) {
      if (!names.isEmpty() && !names.contains(scenario.name())) {
        continue;
      }
      try {
        Result result = scenario.run(run);
        new ResultFile(results, run.versions(), run.settings()).write(result);
        report.row(result);
        status = result.met() ? status : FAILED;
      } catch (TieOutException e) {
        out.println(scenario.name() + ": 账不平 the book does not tie out: " + e.getMessage());
        status = FAILED;
      } catch (Exception e) {
        out.println(scenario.name() + ": 未能完成 could not be finished:");
        e.printStackTrace(out);
        status = FAILED;
      }
    }
    return status;
  }
}
