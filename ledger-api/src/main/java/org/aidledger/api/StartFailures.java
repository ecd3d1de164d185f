package org.aidledger.api;

import org.aidledger.store.postgres.DatabaseStartException;
import org.aidledger.store.seal.SealKeyException;
import org.aidledger.store.subject.MasterKeyException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Keeps Spring from printing pages of stack trace where {@link Serve} says one sentence. Named in
 * {@code META-INF/spring.factories}.
 */
final class StartFailures implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    return of(failure) != null;
  }

  /** What the operator can mend, behind what Spring made of it; null if it is something else. */
  static @Nullable RuntimeException of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case DatabaseStartException database -> {
          return database;
        }
        case MasterKeyException key -> {
          return key;
        }
        case SealKeyException key -> {
          return key;
        }
        case PortInUseException port -> {
          return port;
        }
        default -> {}
      }
    }
    return null;
  }
}
