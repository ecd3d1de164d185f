package org.aidledger.benchmarks;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of packages and proofs run and tie out. */
class ProofScenariosTest {

  static Stream<Session> scenarios() {
    return Stream.of(new AuditPackages(SmallScenario.SMALL), new Proofs(700_000, 20));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void itRunsAndTiesOut(Session session) throws Exception {
    SmallScenario.check(session);
  }
}
