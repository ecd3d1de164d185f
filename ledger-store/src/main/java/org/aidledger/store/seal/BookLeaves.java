package org.aidledger.store.seal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.aidledger.evidence.leaf.EventLeaf;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads events as leaves without looking into them. PostgreSQL's binary COPY writes every column as
 * four bytes of length and its bytes, identifiers in 16 and numbers in 8 bytes, texts in UTF-8:
 * exactly the fields of a leaf, so nothing is decoded and nothing encoded again.
 */
final class BookLeaves {

  /** The columns of a leaf, in its order. */
  private static final String COLUMNS =
      "event_id, stream_type, stream_id, sequence, recorded_at, type, revision, payload, metadata";

  private static final int FIELDS = 9;

  /** What binary COPY begins with, before its flags and the length of what extends its header. */
  private static final int SIGNATURE_BYTES = 11;

  private static final byte[] START = EventLeaf.start();

  private final Connection connection;
  private byte[] leaf = Arrays.copyOf(START, 4_096);
  private int length;

  BookLeaves(Connection connection) {
    this.connection = connection;
  }

  /**
   * Gives the leaves of the positions from {@code first} to before {@code end}.
   *
   * @throws SealException if one of them is missing
   */
  void read(long first, long end, LeafSink sink) throws SQLException {
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy (select position, "
                    + COLUMNS
                    + " from ledger.event where position >= "
                    + first
                    + " and position < "
                    + end
                    + " order by position) to stdout (format binary)");
    CopyBytes bytes = new CopyBytes(copy);
    try {
      read(bytes, first, end, sink);
    } catch (RuntimeException e) {
      // Read to the end, because a COPY that is broken off leaves its answer in the connection.
      bytes.drain();
      throw e;
    }
  }

  private void read(CopyBytes bytes, long first, long end, LeafSink sink) throws SQLException {
    bytes.skip(SIGNATURE_BYTES);
    bytes.int32();
    bytes.skip(bytes.int32());
    for (long expected = first; expected < end; expected++) {
      int columns = bytes.int16();
      if (columns != 1 + FIELDS || bytes.int32() != Long.BYTES || bytes.int64() != expected) {
        throw new SealException("The event at position " + expected + " is missing from the book.");
      }
      length = START.length;
      for (int i = 0; i < FIELDS; i++) {
        field(bytes);
      }
      sink.leaf(leaf, length);
    }
    if (bytes.int16() != -1) {
      throw new SealException("There are more events in the book than positions.");
    }
    bytes.end();
  }

  private void field(CopyBytes bytes) throws SQLException {
    int size = bytes.int32();
    if (size < 0) {
      throw new SealException("A column of the book is empty that never should be.");
    }
    if (length + Integer.BYTES + size > leaf.length) {
      leaf = Arrays.copyOf(leaf, Math.max(2 * leaf.length, length + Integer.BYTES + size));
    }
    ByteBuffer.wrap(leaf).putInt(length, size);
    bytes.into(leaf, length + Integer.BYTES, size);
    length += Integer.BYTES + size;
  }
}
