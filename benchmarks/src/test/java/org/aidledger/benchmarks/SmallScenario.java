package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A scenario at a size that says nothing of speed. */
final class SmallScenario {

  static final int SMALL = 3_000;

  private SmallScenario() {}

  /** It runs, and ties out. */
  static void check(Scenario scenario) throws Exception {
    // What belongs to a run lies beside its folder, and others run at the same time.
    Path work = Files.createDirectories(Path.of("target/scenarios", scenario.name(), "work"));
    Run run = new Run(true, work.toRealPath(), Optional.empty(), Profile.none());
    EmptyBook.of(run.work()).delete();
    Result result = scenario.run(run);
    assertThat(result.scenario()).isEqualTo(scenario.name());
    assertThat(result.figure().value()).isPositive();
    assertThat(result.figure().ratio()).isNotNull().isPositive();
    assertThat(result.figure().floor().line()).isNotNull();
    assertThat(result.events()).isPositive();
  }
}
