package org.aidledger.benchmarks;

import org.junit.jupiter.api.Test;

/** The scenario of sealing runs and ties out. */
class SealingScenarioTest {

  @Test
  void itRunsAndTiesOut() throws Exception {
    SmallScenario.check(new Sealing(1_000, SmallScenario.SMALL));
  }
}
