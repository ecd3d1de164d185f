package org.aidledger.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Keeps a number of orders in flight: each sender, a virtual thread, sends its next order as soon
 * as its last one is answered.
 */
final class InFlight {

  private static final int DIGITS = 3;

  private InFlight() {}

  /** One order, which returns when it is durable. */
  @FunctionalInterface
  interface Order {
    void send(int index) throws Exception;
  }

  /**
   * What the load came to.
   *
   * @param orders how many were sent
   * @param cpuSeconds of this whole process meanwhile, whoever used them
   * @param times from sending to the answer, in nanoseconds
   */
  record Outcome(int orders, double seconds, double cpuSeconds, Histogram times) {

    double perSecond() {
      return orders / seconds;
    }

    /** Time of processors that Java took, which a busy machine changes little. */
    double cpuMicros(int things) {
      return cpuSeconds * 1e6 / things;
    }
  }

  /**
   * Sends the orders {@code from} to {@code to}, the last not included, each once.
   *
   * @throws IllegalStateException with the first failure, after which no new order is sent
   */
  static Outcome send(int inFlight, int from, int to, Order order) throws InterruptedException {
    Histogram times = new ConcurrentHistogram(DIGITS);
    AtomicInteger next = new AtomicInteger(from);
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    double cpu = cpuSeconds();
    long start = System.nanoTime();
    List<Thread> senders = new ArrayList<>(inFlight);
    for (int i = 0; i < inFlight; i++) {
      senders.add(Thread.ofVirtual().start(() -> sender(next, to, order, times, failures)));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!failures.isEmpty()) {
      throw new IllegalStateException("an order failed", failures.peek());
    }
    return new Outcome(to - from, seconds, cpuSeconds() - cpu, times);
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private static void sender(
      AtomicInteger next, int to, Order order, Histogram times, Queue<Throwable> failures) {
    for (int i = next.getAndIncrement(); i < to; i = next.getAndIncrement()) {
      if (!failures.isEmpty()) {
        return;
      }
      long sent = System.nanoTime();
      try {
        order.send(i);
      } catch (Throwable thrown) {
        failures.add(thrown);
        return;
      }
      times.recordValue(System.nanoTime() - sent);
    }
  }
}
