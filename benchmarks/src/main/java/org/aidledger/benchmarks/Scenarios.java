package org.aidledger.benchmarks;

import java.util.List;

/** All scenarios, in the order in which they run. */
final class Scenarios {

  private static final List<Session> ALL =
      List.of(
          new Singles(),
          new Batches(),
          new Spread(),
          new Http(),
          new City(),
          new FromEventZero(),
          new Payouts(),
          new LongBook(),
          new Sealing(),
          new AuditPackages(),
          new Proofs());

  private Scenarios() {}

  static List<Session> all() {
    return ALL;
  }
}
