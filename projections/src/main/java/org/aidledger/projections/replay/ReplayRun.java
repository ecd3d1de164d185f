package org.aidledger.projections.replay;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One replay, under way or done. */
public final class ReplayRun {

  private final CountDownLatch done = new CountDownLatch(1);
  private final long begun = System.nanoTime();
  private volatile long rebuiltNanos;
  private volatile long events;
  private volatile long total;
  private volatile @Nullable ReplayReport report;
  private volatile @Nullable String failure;

  ReplayRun() {}

  /** How far it is now. */
  public ReplayProgress progress() {
    long nanos = rebuiltNanos == 0 ? System.nanoTime() - begun : rebuiltNanos;
    long perSecond = Math.round(events * 1e9 / Math.max(nanos, 1));
    ReplayReport outcome = report;
    String error = failure;
    ReplayState state =
        error != null
            ? ReplayState.FAILED
            : outcome != null ? ReplayState.COMPLETED : ReplayState.RUNNING;
    return new ReplayProgress(state, events, total, perSecond, outcome, error);
  }

  /**
   * Waits until it is done.
   *
   * @return whether it is, within the time given
   */
  public boolean await(Duration atMost) throws InterruptedException {
    return done.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  void expect(long events) {
    total = Math.max(total, events);
  }

  void applied(long events) {
    this.events = events;
    expect(events);
  }

  /** From here on the replay compares; its speed is that of applying events. */
  void rebuilt() {
    rebuiltNanos = System.nanoTime() - begun;
  }

  void complete(ReplayReport outcome) {
    report = outcome;
    done.countDown();
  }

  void fail(Throwable cause) {
    failure = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    done.countDown();
  }
}
