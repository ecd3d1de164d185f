package org.aidledger.api.sheet;

import org.jspecify.annotations.Nullable;

/** The rows of an open file, one after the other. Not for several threads. */
public interface Sheet extends AutoCloseable {

  SheetFormat format();

  /**
   * The next row in which something stands, null after the last.
   *
   * @throws org.aidledger.api.problem.ApiProblem with a code of a file and, where known, the line
   */
  @Nullable SheetRow next();

  @Override
  void close();
}
