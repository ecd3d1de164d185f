package org.aidledger.api.wiring;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * The threads of the system that carry virtual ones. Java has one for each processor, and a virtual
 * thread keeps its carrier for as long as it computes: two pages of the trail on two processors,
 * and a short question waits until one of them is done, however busy PostgreSQL keeps the
 * processors. With twice as many it is the system that shares out the time, a little to each
 * (docs/adr/0016).
 */
final class Carriers {

  /** Java's own setting; who gives it has chosen. */
  static final String PROPERTY = "jdk.virtualThreadScheduler.parallelism";

  private static final int EACH_PROCESSOR = 2;

  private Carriers() {}

  /** Makes them twice as many as there are processors, unless another number was asked for. */
  static void multiply() {
    if (System.getProperty(PROPERTY) == null) {
      ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class)
          .setParallelism(EACH_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }
  }
}
