package org.aidledger.benchmarks;

import java.util.List;

/**
 * One thing that is measured. It brings its own load, warms up first, measures a fixed number of
 * orders, measures the raw limit in the same run on the same database, and ties out against the
 * book before it answers.
 */
interface Scenario extends Session {

  /** What it is called on the command line and in the name of its result file. */
  String name();

  /**
   * Measures.
   *
   * @throws TieOutException if the book does not hold what was sent
   */
  Result run(Run run) throws Exception;

  @Override
  default List<String> names() {
    return List.of(name());
  }

  @Override
  default List<Result> run(Run run, List<String> names) throws Exception {
    return List.of(run(run));
  }
}
