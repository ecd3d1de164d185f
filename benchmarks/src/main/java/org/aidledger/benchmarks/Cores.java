package org.aidledger.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the processors did since it was made. */
final class Cores {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long begun = SYSTEM.getProcessCpuTime();

  Cores() {
    // Each question about the load is answered for the time since the last one.
    var _ = SYSTEM.getCpuLoad();
  }

  /** How busy all of them were, with whatever, from 0 to 1. */
  double load() {
    return Math.round(SYSTEM.getCpuLoad() * 100) / 100.0;
  }

  /** Microseconds that this process took for each of so many things, whichever thread it was. */
  double microsEach(int things) {
    return Math.round((SYSTEM.getProcessCpuTime() - begun) / 1e3 / things);
  }
}
