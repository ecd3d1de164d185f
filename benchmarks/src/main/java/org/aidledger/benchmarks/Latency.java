package org.aidledger.benchmarks;

import org.HdrHistogram.Histogram;

/** Times from sending to the durable answer, in milliseconds. */
record Latency(double p50, double p99, double max) {

  private static final double NANOS = 1e6;

  static Latency of(Histogram nanos) {
    return new Latency(
        nanos.getValueAtPercentile(50) / NANOS,
        nanos.getValueAtPercentile(99) / NANOS,
        nanos.getMaxValue() / NANOS);
  }
}
