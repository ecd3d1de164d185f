package org.aidledger.benchmarks;

import java.util.List;
import java.util.Optional;

/** All scenarios, in the order in which they run. */
final class Scenarios {

  private static final List<Scenario> ALL = List.of(new Singles());

  private Scenarios() {}

  static List<Scenario> all() {
    return ALL;
  }

  static Optional<Scenario> named(String name) {
    return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
  }
}
