package org.aidledger.store.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes columns in the text format of PostgreSQL's COPY: each after a tab, the line ended by a
 * newline, with tab, newline, carriage return and backslash escaped.
 */
final class CopyLine {

  private byte[] bytes;
  private int length;

  CopyLine(int expectedBytes) {
    bytes = new byte[expectedBytes];
  }

  CopyLine number(long value) {
    return plain(Long.toString(value));
  }

  /** A column that holds nothing to escape, in ASCII. */
  CopyLine plain(String ascii) {
    byte[] column = ascii.getBytes(StandardCharsets.ISO_8859_1);
    reserve(column.length + 1);
    bytes[length++] = '\t';
    System.arraycopy(column, 0, bytes, length, column.length);
    length += column.length;
    return this;
  }

  CopyLine text(String value) {
    return text(value.getBytes(StandardCharsets.UTF_8));
  }

  CopyLine text(byte[] utf8) {
    reserve(2 * utf8.length + 1);
    bytes[length++] = '\t';
    int copied = 0;
    for (int i = 0; i < utf8.length; i++) {
      byte b = utf8[i];
      if (b == '\\' || (b <= '\r' && (b == '\t' || b == '\n' || b == '\r'))) {
        copy(utf8, copied, i);
        copied = i + 1;
        escaped(
            switch (b) {
              case '\t' -> 't';
              case '\n' -> 'n';
              case '\r' -> 'r';
              default -> '\\';
            });
      }
    }
    copy(utf8, copied, utf8.length);
    return this;
  }

  private void copy(byte[] from, int start, int end) {
    System.arraycopy(from, start, bytes, length, end - start);
    length += end - start;
  }

  byte[] end() {
    reserve(1);
    bytes[length++] = '\n';
    return Arrays.copyOf(bytes, length);
  }

  private void escaped(char letter) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) letter;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
