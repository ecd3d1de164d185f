package org.aidledger.benchmarks;

import java.util.List;

/** What is measured in one go, in a process and a folder of its own. */
interface Session {

  /** The scenarios that it can measure; each has a result of its own. */
  List<String> names();

  /**
   * Measures.
   *
   * @param names of the scenarios that are wanted, in the order of {@link #names()}
   * @return the result of each
   * @throws TieOutException if the book does not hold what was sent
   */
  List<Result> run(Run run, List<String> names) throws Exception;
}
