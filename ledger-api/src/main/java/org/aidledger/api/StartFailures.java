package org.aidledger.api;

import org.aidledger.store.postgres.DatabaseStartException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;

/**
 * Keeps Spring from printing pages of stack trace where {@link Serve} says one sentence. Named in
 * {@code META-INF/spring.factories}.
 */
final class StartFailures implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    return of(failure) != null;
  }

  /** The failure of the database behind what Spring made of it, if there is one. */
  static @Nullable DatabaseStartException of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseStartException start) {
        return start;
      }
    }
    return null;
  }
}
