package org.aidledger.benchmarks;

import java.util.List;

/** All scenarios, in the order in which they run. */
final class Scenarios {

  private static final List<Scenario> ALL =
      List.of(
          new Singles(),
          new Batches(),
          new Spread(),
          new Http(),
          new City(),
          new Queries(),
          new FromEventZero(),
          new Start(),
          new Payouts(),
          new Growth(),
          new Sealing(),
          new Verification(),
          new Export(),
          new Proofs());

  private Scenarios() {}

  static List<Scenario> all() {
    return ALL;
  }
}
