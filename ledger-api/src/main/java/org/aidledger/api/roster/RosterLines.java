package org.aidledger.api.roster;

import org.jspecify.annotations.Nullable;

/** The lines of an open roster below its header, one after the other. Not for several threads. */
public interface RosterLines extends AutoCloseable {

  /**
   * The next line, null after the last.
   *
   * @throws org.aidledger.api.problem.ApiProblem if the file itself breaks off or is damaged
   */
  @Nullable RosterLine next();

  @Override
  void close();
}
