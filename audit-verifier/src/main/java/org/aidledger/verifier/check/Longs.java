package org.aidledger.verifier.check;

import java.util.Arrays;

/** A long for each number from 0, zero where none was set. */
final class Longs {

  private long[] values = new long[1 << 10];

  long get(int index) {
    return index < values.length ? values[index] : 0;
  }

  void set(int index, long value) {
    if (index >= values.length) {
      values = Arrays.copyOf(values, Math.max(index + 1, values.length + values.length / 2));
    }
    values[index] = value;
  }
}
