package org.aidledger.benchmarks;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of sealing and exporting run and tie out. */
class SealingScenariosTest {

  static Stream<Scenario> scenarios() {
    return Stream.of(new Sealing(1_000, SmallScenario.SMALL), new Export(SmallScenario.SMALL));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void itRunsAndTiesOut(Scenario scenario) throws Exception {
    SmallScenario.check(scenario);
  }
}
