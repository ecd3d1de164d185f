package org.aidledger.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Repeats a load until the virtual machine has compiled what it runs through. For its first minute
 * it spends about as much of two processors on compiling as on donations, once in the life of a
 * process that runs for months; how a process starts is measured elsewhere.
 */
final class WarmUp {

  /** Below this share of one processor the rest of the compiling no longer shows. */
  private static final double LITTLE = 0.05;

  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(120);
  private static final long MOST_NANOS_QUICK = TimeUnit.SECONDS.toNanos(3);

  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  private WarmUp() {}

  /** One wave of orders: those from the first number to the second, which is not included. */
  @FunctionalInterface
  interface Wave {
    void send(int from, int to) throws Exception;
  }

  /**
   * Sends waves.
   *
   * @param from number of the first order
   * @param size of one wave
   * @return the number after the last order that was sent
   */
  static int run(Run run, int from, int size, Wave wave) throws Exception {
    long begun = System.nanoTime();
    int next = from;
    while (true) {
      long waveBegun = System.nanoTime();
      long compiled = COMPILER.getTotalCompilationTime();
      wave.send(next, next + size);
      next += size;
      long now = System.nanoTime();
      double compiling = (COMPILER.getTotalCompilationTime() - compiled) * 1e6;
      boolean warm = compiling < LITTLE * (now - waveBegun);
      if (warm || now - begun > (run.quick() ? MOST_NANOS_QUICK : MOST_NANOS)) {
        return next;
      }
    }
  }
}
