package org.aidledger.store.seal;

import java.sql.SQLException;
import java.util.Arrays;

/** The columns of one row of a binary COPY, in a buffer that the next row uses again. */
final class RowBytes {

  /** What binary COPY begins with, before its flags and the length of what extends its header. */
  private static final int SIGNATURE_BYTES = 11;

  private final CopyBytes copy;
  private final int[] offsets;
  private final int[] lengths;
  private byte[] bytes = new byte[4_096];

  RowBytes(CopyBytes copy, int columns) throws SQLException {
    this.copy = copy;
    offsets = new int[columns];
    lengths = new int[columns];
    copy.skip(SIGNATURE_BYTES);
    copy.int32();
    copy.skip(copy.int32());
  }

  /** Reads the next row; false if there is none. */
  boolean next() throws SQLException {
    int columns = copy.int16();
    if (columns == -1) {
      copy.end();
      return false;
    }
    if (columns != offsets.length) {
      throw new SealException("A row of the book has an unexpected number of columns.");
    }
    int at = 0;
    for (int i = 0; i < columns; i++) {
      int size = copy.int32();
      if (size < 0) {
        throw new SealException("A column of the book is empty that never should be.");
      }
      if (at + size > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + size));
      }
      copy.into(bytes, at, size);
      offsets[i] = at;
      lengths[i] = size;
      at += size;
    }
    return true;
  }

  byte[] bytes() {
    return bytes;
  }

  int offset(int column) {
    return offsets[column];
  }

  int length(int column) {
    return lengths[column];
  }

  long number(int column) {
    long number = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      number = (number << 8) | (bytes[offsets[column] + i] & 0xFF);
    }
    return number;
  }
}
