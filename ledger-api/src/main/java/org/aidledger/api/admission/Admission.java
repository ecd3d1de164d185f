package org.aidledger.api.admission;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the queue of orders: counts the lines that were let in and not yet answered, and
 * turns away what comes while they reach the bound. An order is weighed by its lines and let in as
 * a whole while there is any room, so that a long batch has the same chance as a single donation;
 * the queue is longer than its bound by less than one order. A few orders are let in however long
 * they are: while one batch commits the next is prepared, and two alone would leave processors
 * idle.
 */
public final class Admission {

  /** Whether what runs here was let in already; a later order of one request is never cut off. */
  private static final ScopedValue<Boolean> LET_IN = ScopedValue.newInstance();

  private final LongSupplier nanoTime;
  private final LongConsumer answeredNanos;
  private final Drain drain;
  private final int leastOrders;
  private final AtomicInteger orders = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder turnedAway = new LongAdder();

  /**
   * An empty queue.
   *
   * @param nanoTime monotonic, in nanoseconds
   * @param answeredNanos is told how long each order took that was let in
   */
  public Admission(AdmissionSettings settings, LongSupplier nanoTime, LongConsumer answeredNanos) {
    this.nanoTime = nanoTime;
    this.answeredNanos = answeredNanos;
    this.drain = new Drain(settings, nanoTime.getAsLong());
    this.leastOrders = settings.leastOrders();
  }

  /**
   * Does the work of one request, if there is room.
   *
   * @param lines that it records
   * @throws QueueFull if there is none; nothing was done
   */
  public <R extends @Nullable Object> R within(int lines, Supplier<R> work) {
    if (LET_IN.isBound()) {
      return work.get();
    }
    long began = enter(lines);
    try {
      return ScopedValue.where(LET_IN, true).call(work::get);
    } finally {
      leave(lines, began);
    }
  }

  /**
   * Does work that is never turned away and not counted, because it keeps a bound of its own, as
   * the imports do: a few chunks at a time, each sent when the one before is answered.
   */
  public void background(Runnable work) {
    ScopedValue.where(LET_IN, true).run(work);
  }

  /**
   * Turns away at once what could not be let in anyway, before its body is read.
   *
   * @throws QueueFull if there is no room now
   */
  public void requireRoom() {
    int now = waiting.get();
    if (now >= drain.bound() && orders.get() >= leastOrders) {
      throw full(now);
    }
  }

  /** Lines that were let in and are not yet answered. */
  public int waiting() {
    return waiting.get();
  }

  /** Lines that may wait before the next order is turned away. */
  public int bound() {
    return drain.bound();
  }

  /** Orders that were turned away since the start. */
  public long turnedAway() {
    return turnedAway.sum();
  }

  private long enter(int lines) {
    int bound = drain.bound();
    int room = orders.incrementAndGet() <= leastOrders ? Integer.MAX_VALUE : bound;
    int before = waiting.get();
    while (before < room && !waiting.compareAndSet(before, before + lines)) {
      before = waiting.get();
    }
    if (before >= room) {
      orders.decrementAndGet();
      throw full(before);
    }
    long now = nanoTime.getAsLong();
    if (before == 0) {
      drain.beginsAt(now);
    }
    if (before + lines >= bound - bound / 4) {
      drain.press();
    }
    return now;
  }

  private void leave(int lines, long began) {
    waiting.addAndGet(-lines);
    orders.decrementAndGet();
    long now = nanoTime.getAsLong();
    drain.answered(lines, now);
    answeredNanos.accept(now - began);
  }

  private QueueFull full(int now) {
    turnedAway.increment();
    drain.press();
    return new QueueFull(drain.secondsFor(now, nanoTime.getAsLong()));
  }
}
