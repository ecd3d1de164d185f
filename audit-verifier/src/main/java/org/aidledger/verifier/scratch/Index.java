package org.aidledger.verifier.scratch;

import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Finds rows by fingerprints: extendible hashing (Fagin, Nievergelt, Pippenger and Strong, 1979). A
 * page that is nearly full is parted in two by one more bit, so that a table never moves as a
 * whole; fingerprints are as good as random, so that pages fill evenly whatever a file holds.
 */
final class Index {

  private static final int PLACES = 1 << 14;
  private static final int FULL = PLACES / 4 * 3;

  /** In each place a half of a fingerprint, and the row plus one; 0 if it is free. */
  private static final int PAGE_NUMBERS = 2 * PLACES;

  private final Scratch scratch;

  /** Whose first column holds the other half of each row's fingerprint. */
  private final Table rows;

  /** The pages by the upper bits; a page that was parted less often stands here several times. */
  private Page[] pages = new Page[0];

  private int bits;

  Index(Scratch scratch, Table rows) {
    this.scratch = scratch;
    this.rows = rows;
  }

  /** Places for rows whose fingerprints begin with the same bits. */
  private static final class Page {

    private final LongBuffer places;
    private int bits;
    private int taken;

    Page(LongBuffer places, int bits) {
      this.places = places;
      this.bits = bits;
    }

    long key(int place) {
      return places.get(2 * place);
    }

    /** The row plus one, 0 in a free place. */
    long row(int place) {
      return places.get(2 * place + 1);
    }

    void add(long key, long row) {
      int place = place(key);
      while (row(place) != 0) {
        place = behind(place);
      }
      places.put(2 * place, key);
      places.put(2 * place + 1, row);
      taken++;
    }
  }

  /** Where a row stands if the place is free. */
  private static int place(long key) {
    return (int) key & (PLACES - 1);
  }

  private static int behind(int place) {
    return (place + 1) & (PLACES - 1);
  }

  /** The row with a fingerprint, -1 if there is none. */
  long find(Fingerprint key) {
    if (pages.length == 0) {
      return -1;
    }
    Page page = pages[number(key.low())];
    for (int place = place(key.low()); ; place = behind(place)) {
      long row = page.row(place) - 1;
      if (row < 0 || (page.key(place) == key.low() && rows.get(row, 0) == key.high())) {
        return row;
      }
    }
  }

  /** Takes a row whose fingerprint it has not yet. */
  void add(Fingerprint key, long row) {
    if (pages.length == 0) {
      pages = new Page[] {new Page(scratch.page(PAGE_NUMBERS), 0)};
    }
    while (pages[number(key.low())].taken >= FULL) {
      part(pages[number(key.low())]);
    }
    pages[number(key.low())].add(key.low(), row + 1);
  }

  private int number(long key) {
    // A shift by 64 would be one by 0.
    return (int) (key >>> 1 >>> (Long.SIZE - 1 - bits));
  }

  /** Keeps the rows whose next bit is 0, and gives the others a page of their own. */
  private void part(Page page) {
    if (page.bits == bits) {
      doublePages();
    }
    long[] before = new long[PAGE_NUMBERS];
    page.places.get(0, before);
    page.places.put(0, new long[PAGE_NUMBERS]);
    page.taken = 0;
    page.bits++;
    Page other = new Page(scratch.page(PAGE_NUMBERS), page.bits);
    long bit = 1L << (Long.SIZE - page.bits);
    for (int i = 0; i < before.length; i += 2) {
      if (before[i + 1] != 0) {
        Page half = (before[i] & bit) == 0 ? page : other;
        half.add(before[i], before[i + 1]);
      }
    }
    for (int i = 0; i < pages.length; i++) {
      if (pages[i] == page && ((long) i << (Long.SIZE - bits) & bit) != 0) {
        pages[i] = other;
      }
    }
  }

  private void doublePages() {
    Page[] doubled = new Page[Math.multiplyExact(2, pages.length)];
    Arrays.setAll(doubled, i -> pages[i / 2]);
    pages = doubled;
    bits++;
  }
}
