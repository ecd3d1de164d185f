package org.aidledger.api.admission;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How fast the queue is answered, and the bound that follows from it. The bound changes only by
 * what was measured while the queue was nearly full: how fast a short queue moves says nothing of
 * how fast a long one would, because many lines share one commit.
 */
final class Drain {

  /**
   * Where the bound stands before anything was measured. In its first moments a process is slow: of
   * a rush that meets it then, more would wait for seconds.
   */
  private static final int FIRST_BOUND = 1_500;

  private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Nobody is sent away for longer, since what stands still may move again at any moment. */
  private static final int MOST_SECONDS = 30;

  private final AdmissionSettings settings;
  private final AtomicLong began;
  private final LongAdder answered = new LongAdder();
  private volatile int bound;
  private volatile long linesPerSecond;
  private volatile boolean pressed;

  Drain(AdmissionSettings settings, long now) {
    this.settings = settings;
    this.began = new AtomicLong(now);
    this.bound = within(FIRST_BOUND);
  }

  /** Lines that may wait before the next order is turned away. */
  int bound() {
    return bound;
  }

  /** Says that work comes after a rest, which must not count as slowness. */
  void beginsAt(long now) {
    answered.reset();
    began.set(now);
  }

  /** Says that the queue is nearly full. */
  void press() {
    // Read first: the flag is shared by every processor, and mostly stands already.
    if (!pressed) {
      pressed = true;
    }
  }

  /** Says that lines were answered. */
  void answered(int lines, long now) {
    answered.add(lines);
    long start = began.get();
    if (now - start >= WINDOW_NANOS && began.compareAndSet(start, now)) {
      measure(now - start);
    }
  }

  /** After how many whole seconds so many lines will be answered, from 1. */
  int secondsFor(int lines, long now) {
    long nanos = now - began.get();
    long speed = nanos > SECOND_NANOS ? perSecond(answered.sum(), nanos) : linesPerSecond;
    if (speed == 0) {
      return nanos > SECOND_NANOS ? MOST_SECONDS : 1;
    }
    return Math.clamp((lines + speed - 1) / speed, 1, MOST_SECONDS);
  }

  private void measure(long nanos) {
    long speed = perSecond(answered.sumThenReset(), nanos);
    linesPerSecond = speed;
    if (pressed) {
      pressed = false;
      long measured = within(speed * settings.targetWait().toMillis() / 1_000);
      // Half of the way: one slow commit alone turns nobody away.
      bound = within(measured + (bound - measured) / 2);
    }
  }

  private int within(long lines) {
    return Math.clamp(lines, settings.leastLines(), settings.mostLines());
  }

  private static long perSecond(long lines, long nanos) {
    return lines * SECOND_NANOS / nanos;
  }
}
