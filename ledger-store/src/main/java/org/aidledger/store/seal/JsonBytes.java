package org.aidledger.store.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes JSON from bytes as PostgreSQL sends them, without making texts of them in between. */
final class JsonBytes {

  private static final int FLUSH_BYTES = 1 << 16;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

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
    raw(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
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
    reserve(6 * bytes + 2);
    // Locals, because this loop sees every byte of the book.
    byte[] to = buffer;
    int at = length;
    to[at++] = '"';
    for (int i = offset; i < offset + bytes; i++) {
      byte b = source[i];
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
    }
    to[at++] = '"';
    length = at;
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
