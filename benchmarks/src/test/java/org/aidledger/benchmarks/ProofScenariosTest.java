package org.aidledger.benchmarks;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of checking and proving run and tie out. */
class ProofScenariosTest {

  static Stream<Scenario> scenarios() {
    return Stream.of(new Verification(SmallScenario.SMALL), new Proofs(700_000, 20));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void itRunsAndTiesOut(Scenario scenario) throws Exception {
    SmallScenario.check(scenario);
  }
}
