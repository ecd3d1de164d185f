package org.aidledger.verifier.check;

import java.util.Arrays;
import java.util.UUID;

/**
 * Numbers identifiers from 0 in the order of their first appearance, in about 24 bytes each: a book
 * has as many streams as donations, so that objects would need ten times the memory.
 */
final class Ids {

  private static final int FIRST_CAPACITY = 1 << 12;

  private long[] keys = new long[FIRST_CAPACITY];
  private int[] table = new int[FIRST_CAPACITY];
  private int size;

  /** The number of an identifier, which it is given if it has none. */
  int numberOf(UUID id) {
    int number = find(id);
    return number >= 0 ? number : add(id);
  }

  /** The number of an identifier, -1 if it has none. */
  int find(UUID id) {
    int place = place(id.getMostSignificantBits(), id.getLeastSignificantBits());
    return table[place] - 1;
  }

  private int add(UUID id) {
    if (2 * (size + 1) > table.length) {
      grow();
    }
    if (2 * size + 2 > keys.length) {
      keys = Arrays.copyOf(keys, keys.length + keys.length / 2);
    }
    keys[2 * size] = id.getMostSignificantBits();
    keys[2 * size + 1] = id.getLeastSignificantBits();
    table[place(keys[2 * size], keys[2 * size + 1])] = size + 1;
    return size++;
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int i = 0; i < size; i++) {
      table[place(keys[2 * i], keys[2 * i + 1])] = i + 1;
    }
  }

  /** Where the identifier stands, or the free place where it would. */
  private int place(long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E37_79B9_7F4A_7C15L;
    int place = (int) (mixed >>> 32) & (table.length - 1);
    while (table[place] != 0) {
      int i = table[place] - 1;
      if (keys[2 * i] == high && keys[2 * i + 1] == low) {
        return place;
      }
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }
}
