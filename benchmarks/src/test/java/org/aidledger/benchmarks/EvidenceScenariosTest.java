package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of sealing and proving run and tie out, at a size that says nothing of speed. */
class EvidenceScenariosTest {

  private static final int SMALL = 3_000;

  static Stream<Scenario> scenarios() {
    return Stream.of(
        new Sealing(1_000, SMALL),
        new Verification(SMALL),
        new Export(SMALL),
        new Proofs(700_000, 20));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void itRunsAndTiesOut(Scenario scenario) throws Exception {
    Path work = Files.createDirectories(Path.of("target/scenarios")).toRealPath();
    Run run = new Run(true, work, Optional.empty(), Profile.none());
    Result result = scenario.run(run);
    assertThat(result.scenario()).isEqualTo(scenario.name());
    assertThat(result.figure().value()).isPositive();
    assertThat(result.figure().ratio()).isNotNull().isPositive();
    assertThat(result.figure().floor().line()).isNotNull();
    assertThat(result.events()).isPositive();
  }
}
