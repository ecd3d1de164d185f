package org.aidledger.verifier.scratch;

import java.nio.LongBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows of whole numbers, by the number of the row; what was not set is zero. */
public final class Table {

  private static final int PAGE_BITS = 13;
  private static final int ROWS_OF_A_PAGE = 1 << PAGE_BITS;

  private final Scratch scratch;
  private final int columns;
  private @Nullable LongBuffer[] pages = new @Nullable LongBuffer[8];
  private long rows;

  /** A table without rows. */
  public Table(Scratch scratch, int columns) {
    this.scratch = scratch;
    this.columns = columns;
  }

  /** How many rows were added. */
  public long rows() {
    return rows;
  }

  /** Adds a row of zeros behind the last one, and tells its number. */
  public long add() {
    return rows++;
  }

  /** A number; the row need not have been added. */
  public long get(long row, int column) {
    int page = (int) (row >>> PAGE_BITS);
    LongBuffer there = page < pages.length ? pages[page] : null;
    return there == null ? 0 : there.get(place(row, column));
  }

  /**
   * Sets a number; the row need not have been added.
   *
   * @throws NoScratchException if there is no room
   */
  public void set(long row, int column, long value) {
    int page = (int) (row >>> PAGE_BITS);
    LongBuffer there = page < pages.length ? pages[page] : null;
    if (there == null) {
      there = begin(page);
    }
    there.put(place(row, column), value);
  }

  private LongBuffer begin(int page) {
    if (page >= pages.length) {
      pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length + pages.length / 2));
    }
    LongBuffer fresh = scratch.page(ROWS_OF_A_PAGE * columns);
    pages[page] = fresh;
    return fresh;
  }

  private int place(long row, int column) {
    return (int) (row & (ROWS_OF_A_PAGE - 1)) * columns + column;
  }
}
