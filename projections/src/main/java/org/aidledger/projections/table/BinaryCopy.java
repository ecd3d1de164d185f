package org.aidledger.projections.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends many new rows by COPY in PostgreSQL's binary format, the fastest way into a table. */
final class BinaryCopy {

  private static final byte[] SIGNATURE =
      "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int SEND_AT = 1 << 16;

  /** Most batches are small, and each table has a buffer of its own. */
  private static final int FIRST_BUFFER = 1 << 12;

  /**
   * More rows cost PostgreSQL more each: it keeps up to a thousand of a COPY in this format, and
   * for each looks through the places of all before it.
   */
  private static final int ROWS_AT_ONCE = 250;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private final List<Column<?>> columns;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int size;

  private BinaryCopy(List<Column<?>> columns) {
    this.columns = columns;
  }

  static void send(Connection connection, String sql, List<Column<?>> columns, Collection<Row> rows)
      throws SQLException {
    BinaryCopy copy = new BinaryCopy(columns);
    Iterator<Row> all = rows.iterator();
    while (all.hasNext()) {
      copy.sendSome(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql), all);
    }
  }

  private void sendSome(CopyIn target, Iterator<Row> rows) throws SQLException {
    try {
      putBytes(SIGNATURE);
      putInt(0);
      putInt(0);
      for (int n = 0; n < ROWS_AT_ONCE && rows.hasNext(); n++) {
        put(rows.next());
        if (size >= SEND_AT) {
          sendTo(target);
        }
      }
      putShort(-1);
      sendTo(target);
      target.endCopy();
    } finally {
      if (target.isActive()) {
        target.cancelCopy();
      }
    }
  }

  private void put(Row row) {
    putShort(columns.size());
    for (Column<?> column : columns) {
      @Nullable Object value = row.raw(column);
      if (value == null) {
        putInt(-1);
      } else {
        column.type().write(this, value);
      }
    }
  }

  private void sendTo(CopyIn target) throws SQLException {
    target.writeToCopy(buffer, 0, size);
    size = 0;
  }

  void putByte(int value) {
    room(1);
    buffer[size++] = (byte) value;
  }

  private void putShort(int value) {
    room(2);
    SHORT.set(buffer, size, (short) value);
    size += 2;
  }

  void putInt(int value) {
    room(4);
    INT.set(buffer, size, value);
    size += 4;
  }

  void putLong(long value) {
    room(8);
    LONG.set(buffer, size, value);
    size += 8;
  }

  void putBytes(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  private void room(int bytes) {
    if (buffer.length - size < bytes) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + bytes));
    }
  }
}
