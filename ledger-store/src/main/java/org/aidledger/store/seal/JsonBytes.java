package org.aidledger.store.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes JSON from bytes as PostgreSQL sends them, without making texts of them in between. */
final class JsonBytes {

  private static final int FLUSH_BYTES = 1 << 16;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private static final int MOST_DIGITS = 19;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHEST = 0x8080_8080_8080_8080L;
  private static final long SPACES = ' ' * ONES;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;

  private static final byte[] CONTROL = "\\u00".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private byte[] buffer = new byte[2 * FLUSH_BYTES];
  private int length;

  JsonBytes(OutputStream out) {
    this.out = out;
  }

  /** Text that needs no escaping. */
  void raw(byte[] ascii) {
    reserve(ascii.length);
    System.arraycopy(ascii, 0, buffer, length, ascii.length);
    length += ascii.length;
  }

  void number(long number) {
    if (number < 0) {
      raw(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
      return;
    }
    reserve(MOST_DIGITS);
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    length += digits;
    long left = number;
    for (int at = length - 1; digits > 0; digits--, at--) {
      buffer[at] = (byte) ('0' + left % 10);
      left /= 10;
    }
  }

  /** The text form of an identifier, in quotes. */
  void uuid(byte[] source, int offset) {
    reserve(38);
    buffer[length++] = '"';
    for (int i = 0; i < 16; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        buffer[length++] = '-';
      }
      buffer[length++] = HEX[(source[offset + i] >> 4) & 15];
      buffer[length++] = HEX[source[offset + i] & 15];
    }
    buffer[length++] = '"';
  }

  /** UTF-8 in quotes; only what JSON forbids is escaped. */
  void text(byte[] source, int offset, int bytes) {
    reserve(6 * bytes + 2 + Long.BYTES);
    // Locals, because this loop sees every byte of the book.
    byte[] to = buffer;
    int at = length;
    to[at++] = '"';
    int i = offset;
    int end = offset + bytes;
    while (i < end) {
      if (end - i >= Long.BYTES) {
        // Eight bytes at once; of them those before the first that must be escaped are kept.
        long eight = (long) LONG.get(source, i);
        LONG.set(to, at, eight);
        int clean = clean(eight);
        at += clean;
        i += clean;
        if (clean == Long.BYTES) {
          continue;
        }
      }
      at = escaped(source[i++], to, at);
    }
    to[at++] = '"';
    length = at;
  }

  /** How many of eight bytes, from the lowest, stand before the first that JSON escapes. */
  private static int clean(long eight) {
    long quote = eight ^ QUOTES;
    long backslash = eight ^ BACKSLASHES;
    long found =
        (((quote - ONES) & ~quote)
                | ((backslash - ONES) & ~backslash)
                | ((eight - SPACES) & ~eight))
            & HIGHEST;
    // What stands above the first hit may be a false one, because a subtraction borrows upwards.
    return Long.numberOfTrailingZeros(found) / Byte.SIZE;
  }

  private static int escaped(byte b, byte[] to, int from) {
    int at = from;
    if (b == '"' || b == '\\') {
      to[at++] = '\\';
      to[at++] = b;
    } else if (b >= 0 && b < ' ') {
      System.arraycopy(CONTROL, 0, to, at, CONTROL.length);
      at += CONTROL.length;
      to[at++] = HEX[b >> 4];
      to[at++] = HEX[b & 15];
    } else {
      to[at++] = b;
    }
    return at;
  }

  /** Passes on what has gathered, if that is enough. */
  void lineEnd() throws IOException {
    reserve(1);
    buffer[length++] = '\n';
    if (length >= FLUSH_BYTES) {
      flush();
    }
  }

  void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }

  private void reserve(int bytes) {
    if (length + bytes > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + bytes));
    }
  }
}
