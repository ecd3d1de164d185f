package org.aidledger.api.json;

import org.aidledger.api.problem.Problem;

/** The outcome of reading one line of a batch. */
public sealed interface Reading<T> {

  /** The line could be read. */
  record Read<T>(T value) implements Reading<T> {}

  /** The line is refused by itself. */
  record Unreadable<T>(Problem problem) implements Reading<T> {}
}
