package org.aidledger.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends orders at a rate that does not depend on the answers. Every order has a time at which it is
 * due, and its wait is counted from there: while the ledger stands still, the orders that could not
 * be sent wait too, and are not forgotten.
 */
final class Pace {

  private static final int DIGITS = 3;

  /** More senders than these are virtual threads, which a system carries in any number. */
  private static final int PLATFORM_THREADS = 64;

  /** A day: longer than any load, and its nanoseconds still fit. */
  static final double MOST_SECONDS = 24 * 3_600;

  private final int senders;
  private final double perSecond;
  private final long nanos;
  private final BooleanSupplier stopped;
  private final boolean virtualThreads;

  /**
   * Sends nothing yet.
   *
   * @param senders each sends its next order when its last one is answered
   * @param perSecond of all senders together; infinite for as fast as they are answered
   * @param seconds after which no order is due any more
   * @param stopped asked before every order
   */
  Pace(int senders, double perSecond, double seconds, BooleanSupplier stopped) {
    this(senders, perSecond, seconds, stopped, senders > PLATFORM_THREADS);
  }

  private Pace(
      int senders,
      double perSecond,
      double seconds,
      BooleanSupplier stopped,
      boolean virtualThreads) {
    this.virtualThreads = virtualThreads;
    this.senders = senders;
    this.perSecond = perSecond;
    this.nanos = (long) (Math.min(seconds, MOST_SECONDS) * 1e9);
    this.stopped = stopped;
  }

  /** The same with senders that are virtual threads, as those are that answer requests. */
  Pace withVirtualThreads() {
    return new Pace(senders, perSecond, nanos / 1e9, stopped, true);
  }

  /** One order of one sender, which returns when it is answered. */
  @FunctionalInterface
  interface Order {

    /** Says whether the order was accepted; only those are timed. */
    boolean send(int sender, int index) throws Exception;
  }

  /**
   * What the load came to.
   *
   * @param orders how many were sent, accepted or not
   * @param sinceDue from the time at which an order was due to its answer, in nanoseconds
   * @param sinceSent from sending it, in nanoseconds
   */
  record Outcome(int orders, double seconds, Histogram sinceDue, Histogram sinceSent) {}

  /**
   * Sends the orders from {@code from} on, {@code to} not included, each once.
   *
   * @throws IllegalStateException with the first failure, after which no new order is sent
   */
  Outcome send(int from, int to, Order order) throws InterruptedException {
    Going going = new Going(from, to, order);
    List<Thread> threads = new ArrayList<>(senders);
    for (int i = 0; i < senders; i++) {
      int sender = i;
      Thread.Builder builder = virtualThreads ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
      threads.add(builder.name("sender-" + i).start(() -> going.sender(sender)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return going.outcome();
  }

  /** One load under way. */
  private final class Going {

    private final Histogram sinceDue = new ConcurrentHistogram(DIGITS);
    private final Histogram sinceSent = new ConcurrentHistogram(DIGITS);
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next;
    private final AtomicInteger sent = new AtomicInteger();
    private final int to;
    private final Order order;
    private final long start = System.nanoTime();

    private Going(int from, int to, Order order) {
      this.next = new AtomicInteger(from);
      this.to = to;
      this.order = order;
    }

    private void sender(int sender) {
      double interval = senders * 1e9 / perSecond;
      Random random = new Random(start + sender);
      for (int turn = 0; failures.isEmpty(); turn++) {
        // The senders take turns, so that their orders are spread, and each comes at any moment of
        // its turn: people do not ask in step with one another, as loads of whole rates would.
        double moment = turn + (sender + random.nextDouble()) / senders;
        long due = start + (long) (interval * moment);
        if (due - start >= nanos || System.nanoTime() - start >= nanos || !waitUntil(due)) {
          return;
        }
        int index = next.getAndIncrement();
        if (index >= to) {
          return;
        }
        one(sender, index, interval == 0 ? System.nanoTime() : due);
      }
    }

    private void one(int sender, int index, long due) {
      long begun = System.nanoTime();
      try {
        boolean accepted = order.send(sender, index);
        long end = System.nanoTime();
        sent.incrementAndGet();
        if (accepted) {
          sinceDue.recordValue(Math.max(0, end - due));
          sinceSent.recordValue(end - begun);
        }
      } catch (Throwable thrown) {
        failures.add(thrown);
      }
    }

    private boolean waitUntil(long due) {
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        if (stopped.getAsBoolean()) {
          return false;
        }
        LockSupport.parkNanos(left);
      }
      return !stopped.getAsBoolean();
    }

    private Outcome outcome() {
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!failures.isEmpty()) {
        throw new IllegalStateException("an order failed", failures.peek());
      }
      return new Outcome(sent.get(), seconds, sinceDue, sinceSent);
    }
  }
}
