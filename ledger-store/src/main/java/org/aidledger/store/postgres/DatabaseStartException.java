package org.aidledger.store.postgres;

import org.jspecify.annotations.Nullable;

/** The database could not be started; {@link #failure()} is the stable reason. */
public class DatabaseStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final StartFailure failure;

  DatabaseStartException(StartFailure failure, String message) {
    this(failure, message, null);
  }

  DatabaseStartException(StartFailure failure, String message, @Nullable Throwable cause) {
    super(failure + ": " + message, cause);
    this.failure = failure;
  }

  /** The stable reason, for messages and exit statuses. */
  public StartFailure failure() {
    return failure;
  }
}
