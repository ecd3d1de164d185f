package org.aidledger.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Watches this process's memory from its creation until it is closed. */
final class MemoryPeaks implements AutoCloseable {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");

  /** Sets the highest mark of resident memory back to what is resident now (proc(5)). */
  private static final String CLEAR_HIGH_WATER = "5";

  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final long MEGABYTE = 1 << 20;

  /**
   * The highest use of memory.
   *
   * @param heapMb of the Java heap, garbage included; absent for another process
   * @param rssMb resident memory of the Java process; absent where the system does not tell
   */
  record Peaks(@Nullable Long heapMb, @Nullable Long rssMb) {}

  private final Thread watch;
  private volatile long heap;
  private volatile boolean closed;

  MemoryPeaks() {
    clearHighWater();
    sample();
    watch =
        Thread.ofPlatform()
            .daemon()
            .name("memory-peaks")
            .start(
                () -> {
                  while (!closed) {
                    sample();
                    sleep();
                  }
                });
  }

  Peaks peaks() {
    sample();
    return new Peaks(heap / MEGABYTE, highWater(STATUS));
  }

  @Override
  public void close() {
    closed = true;
    watch.interrupt();
  }

  private synchronized void sample() {
    heap = Math.max(heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  private void sleep() {
    try {
      Thread.sleep(INTERVAL);
    } catch (InterruptedException ended) {
      closed = true;
    }
  }

  /** The peaks of another process that runs, of which only the system tells. */
  static Peaks of(ProcessHandle process) {
    return new Peaks(null, highWater(Path.of("/proc/" + process.pid() + "/status")));
  }

  private static @Nullable Long highWater(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
      return null;
    } catch (IOException notLinux) {
      return null;
    }
  }

  private static void clearHighWater() {
    try {
      Files.writeString(CLEAR, CLEAR_HIGH_WATER);
    } catch (IOException notAllowed) {
      // Then the peak is that of the whole process so far, which is never too low.
      return;
    }
  }
}
