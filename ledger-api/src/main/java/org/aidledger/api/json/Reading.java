package org.aidledger.api.json;

import org.aidledger.api.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The outcome of reading one line of a batch. */
public sealed interface Reading<T extends @Nullable Object> {

  /** The line could be read. */
  record Read<T extends @Nullable Object>(T value) implements Reading<T> {}

  /** The line is refused by itself. */
  record Unreadable<T extends @Nullable Object>(Problem problem) implements Reading<T> {}
}
