package org.aidledger.store.seal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * The columns of one row of a binary COPY. PostgreSQL sends each row as one message, in which its
 * columns are left; only a row that comes in pieces is put together in a buffer.
 */
final class RowBytes {

  /** What binary COPY begins with, before its flags and the length of what extends its header. */
  private static final int SIGNATURE_BYTES = 11;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final CopyBytes copy;
  private final int[] offsets;
  private final int[] lengths;
  private byte[] buffer = new byte[0];
  private byte[] bytes = buffer;

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
    return inOneMessage() || gathered();
  }

  private boolean inOneMessage() throws SQLException {
    byte[] message = copy.message();
    int at = copy.at();
    if (message.length - at < Short.BYTES || int16(message, at) != offsets.length) {
      return false;
    }
    at += Short.BYTES;
    for (int i = 0; i < offsets.length; i++) {
      if (message.length - at < Integer.BYTES) {
        return false;
      }
      int size = (int) INT.get(message, at);
      at += Integer.BYTES;
      if (size < 0 || size > message.length - at) {
        return false;
      }
      offsets[i] = at;
      lengths[i] = size;
      at += size;
    }
    bytes = message;
    copy.readTo(at);
    return true;
  }

  private static int int16(byte[] source, int at) {
    return (short) ((source[at] << 8) | (source[at + 1] & 0xFF));
  }

  private boolean gathered() throws SQLException {
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
      if (at + size > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, at + size));
      }
      copy.into(buffer, at, size);
      offsets[i] = at;
      lengths[i] = size;
      at += size;
    }
    bytes = buffer;
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
    return (long) LONG.get(bytes, offsets[column]);
  }
}
