package org.aidledger.store.copy;

import java.nio.charset.StandardCharsets;

/**
 * The beginning and the end of rows that COPY takes in its binary format. Between them each row is
 * the number of its columns in two bytes, and each column its length in four bytes and its bytes.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, binary format</a>
 */
public final class BinaryFormat {

  /** Stands where the number of columns of a next row would. */
  public static final short END = -1;

  /** The signature; then no flags, and no more of a header. */
  private static final byte[] HEADER =
      "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private BinaryFormat() {}

  /** What stands before the first row: 19 bytes. */
  public static byte[] header() {
    return HEADER.clone();
  }
}
