package org.aidledger.verifier.scratch;

import java.util.UUID;

/**
 * Rows of whole numbers that are found by a text, numbered from 0 in the order in which the texts
 * were first met. Of the text its fingerprint is kept.
 */
public final class KeyedTable {

  /** The half of the fingerprint that does not stand in the index. */
  private static final int KEY = 0;

  private final Fingerprints fingerprints;
  private final Index index;
  private final Table rows;

  /** A table without rows. */
  public KeyedTable(Scratch scratch, int columns) {
    fingerprints = scratch.fingerprints();
    rows = new Table(scratch, columns + 1);
    index = new Index(scratch, rows);
  }

  /** How many texts have a row. */
  public long rows() {
    return rows.rows();
  }

  /** The row of a text, -1 if it has none. */
  public long find(String text) {
    return index.find(fingerprints.of(text));
  }

  /** The row of an identifier, which is that of its text; -1 if it has none. */
  public long find(UUID id) {
    return find(id.toString());
  }

  /**
   * The row of a text, which it is given if it has none.
   *
   * @throws NoScratchException if there is no room
   */
  public long rowOf(String text) {
    Fingerprint key = fingerprints.of(text);
    long found = index.find(key);
    if (found >= 0) {
      return found;
    }
    long row = rows.add();
    rows.set(row, KEY, key.high());
    index.add(key, row);
    return row;
  }

  /** The row of an identifier, which is that of its text, and which it is given if it has none. */
  public long rowOf(UUID id) {
    return rowOf(id.toString());
  }

  /** A number. */
  public long get(long row, int column) {
    return rows.get(row, column + 1);
  }

  /** Sets a number. */
  public void set(long row, int column, long value) {
    rows.set(row, column + 1, value);
  }
}
