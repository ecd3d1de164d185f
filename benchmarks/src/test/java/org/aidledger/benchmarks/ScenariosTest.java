package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The list of scenarios is the table of what must be fast, and what evidence costs. */
class ScenariosTest {

  @Test
  void theyStandInTheOrderOfTheTable() {
    assertThat(Scenarios.all().stream().flatMap(session -> session.names().stream()))
        .containsExactly(
            "singles", "batches", "spread", "http", "city", "replay", "payouts", "queries",
            "growth", "start", "sealing", "verify", "export", "proofs");
  }
}
