package org.aidledger.store.seal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals what was appended every few seconds, on one thread, until it is closed. */
public final class SealLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SealLoop.class);

  private final Sealer sealer;
  private final Duration pause;
  private final Thread thread;
  private boolean closing;
  private boolean woken;
  private @Nullable String lastFailure;

  /**
   * Starts sealing.
   *
   * @param pause between two looks at the book
   */
  public SealLoop(Sealer sealer, Duration pause) {
    this.sealer = sealer;
    this.pause = pause;
    thread = Thread.ofPlatform().name("aid-ledger-seal").daemon().unstarted(this::run);
    thread.start();
  }

  /** Looks at the book at once instead of after the pause. */
  public synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /** Lets the running round end and starts no other. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (waitForNext()) {
      try {
        sealer.sealNew();
        said(null);
      } catch (RuntimeException e) {
        // The loop must go on: the database may be away for a minute. What stays wrong stays
        // unsealed.
        said(e);
      }
    }
  }

  private synchronized boolean waitForNext() {
    long end = System.nanoTime() + pause.toNanos();
    try {
      for (long left = pause.toMillis();
          !closing && !woken && left > 0;
          left = (end - System.nanoTime()) / 1_000_000) {
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    woken = false;
    return !closing;
  }

  /** Says each failure once, and once that it is over. */
  private void said(@Nullable RuntimeException failure) {
    String message = failure == null ? null : String.valueOf(failure.getMessage());
    if (message == null && lastFailure != null) {
      LOG.info("The book is sealed again.");
    } else if (message != null && !message.equals(lastFailure)) {
      LOG.error("The book is not being sealed: {}", message, failure);
    }
    lastFailure = message;
  }
}
