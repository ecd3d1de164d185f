package org.aidledger.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * How much of the heap is reachable in the middle of long work: a few times in each phase the
 * garbage is collected and what is left is noted. The pauses count as time of the work.
 */
final class LiveHeap {

  private static final long MEGABYTE = 1 << 20;
  private static final long LEAST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final int looks;
  private final Map<String, Long> seen = new HashMap<>();
  private long peak;

  /**
   * Has seen nothing yet.
   *
   * @param looks at most so many in a phase, at even distances; 0 for none
   */
  LiveHeap(int looks) {
    this.looks = looks;
  }

  /** Looks, if the next part of the phase is done. */
  void look(String phase, long done, JsonNode of) {
    long part = done * (looks + 1) / Math.max(1, of.asLong());
    if (looks > 0 && part >= 1 && part > seen.getOrDefault(phase, 0L)) {
      seen.put(phase, part);
      collect();
    }
  }

  /** The most that was reachable; 0 if it was never looked. */
  long peakMb() {
    return peak / MEGABYTE;
  }

  /**
   * Does some work, and looks again and again meanwhile. While garbage is collected the work stands
   * still, so between two looks it is let go on: at least half as long as the last one took.
   *
   * @return the most that was reachable, in bytes
   */
  static long during(Callable<?> work) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    LiveHeap heap = new LiveHeap(0);
    heap.collect();
    Thread looks =
        Thread.ofPlatform()
            .daemon()
            .name("live-heap")
            .start(
                () -> {
                  while (!over.get()) {
                    long begun = System.nanoTime();
                    heap.collect();
                    long took = System.nanoTime() - begun;
                    LockSupport.parkNanos(Math.max(LEAST_REST_NANOS, took / 2));
                  }
                });
    try {
      var _ = work.call();
    } finally {
      over.set(true);
      looks.join();
    }
    return heap.peak;
  }

  private void collect() {
    // Not advice to the collector: what is left afterwards is what is measured.
    System.gc();
    peak = Math.max(peak, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }
}
