package org.aidledger.api.admission;

import java.util.concurrent.RejectedExecutionException;

/** As much waits to be recorded as can be answered soon; nothing of this order was done. */
public final class QueueFull extends RejectedExecutionException {

  private static final long serialVersionUID = 1L;

  private final int retryAfterSeconds;

  QueueFull(int retryAfterSeconds) {
    super("the queue is full");
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** After which there should be room: at least 1. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** This is an answer, not a fault, and is thrown most often when there is no time to spare. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
