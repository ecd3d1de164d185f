package org.aidledger.store.subject;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Every digest by which somebody may be recognised, in a few bits each: tells for certain that one
 * is new, and of one in a thousand new ones that it may be known (Bloom filters, Bloom 1970). When
 * one filter is full, a larger one is put behind it.
 */
final class MetDigests {

  /**
   * Of the first filter: seven megabytes, taken at once, so that a roster does not make it grow.
   */
  private static final int ROOM = 4_000_000;

  private static final int ONE_MISTAKEN_IN = 1_000;
  private static final int GROWTH = 4;

  private final ReentrantLock adding = new ReentrantLock();
  private final List<BloomFilter<Long>> filters = new CopyOnWriteArrayList<>();
  private int room;
  private int left;

  MetDigests() {
    this(ROOM);
  }

  /**
   * One that begins small.
   *
   * @param room how many digests the first filter takes
   */
  MetDigests(int room) {
    this.room = room;
    left = room;
    filters.add(filter(room));
  }

  private static BloomFilter<Long> filter(int room) {
    return BloomFilter.create(Funnels.longFunnel(), room, 1.0 / ONE_MISTAKEN_IN);
  }

  /** Notes a digest by its head ({@link IndexKey#head}); whoever asks from now on hears of it. */
  void add(long head) {
    adding.lock();
    try {
      if (surelyNew(head)) {
        if (left == 0) {
          room = (int) Math.min(Integer.MAX_VALUE, (long) room * GROWTH);
          left = room;
          filters.add(filter(room));
        }
        var _ = filters.getLast().put(head);
        left--;
      }
    } finally {
      adding.unlock();
    }
  }

  /** Whether no digest of this head was ever noted; otherwise there may be one. */
  boolean surelyNew(long head) {
    for (BloomFilter<Long> filter : filters) {
      if (filter.mightContain(head)) {
        return false;
      }
    }
    return true;
  }
}
