package org.aidledger.store.event;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aidledger.store.copy.BinaryFormat;
import org.aidledger.store.event.AppendPlan.Head;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The statements of the lane: how rows reach the table in as few round trips as their number
 * allows.
 */
final class EventWriter {

  private static final String COPY =
      "copy ledger.event (position, recorded_at, sequence, event_id, stream_id, stream_type, type,"
          + " revision, payload, metadata) from stdin (format binary)";

  private static final short COLUMNS = 10;

  /** How many columns there are, and the two that only the lane knows. */
  private static final int ROW_START_BYTES = Short.BYTES + 2 * (Integer.BYTES + Long.BYTES);

  private static final String KNOWN =
      "select stream_id, sequence from unnest(?, ?) wanted (stream_id, sequence)"
          + " join ledger.event using (stream_id, sequence)";

  private static final int CHUNK_BYTES = 64 * 1024;

  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);

  /** Appends the rows in the open transaction, after the prelude, and commits it. */
  Head appendAndCommit(Connection connection, Prelude prelude, List<EventRow> rows)
      throws SQLException {
    if (rows.size() <= SmallInsert.MOST) {
      return SmallInsert.appendAndCommit(connection, prelude, rows);
    }
    prelude.run(connection);
    Head head = open(connection);
    long position = head.position();
    for (List<EventRow> some : BinaryFormat.portions(rows)) {
      copy(connection, some, position, head.recordedAt().toEpochMilli());
      position += some.size();
    }
    connection.commit();
    return head;
  }

  /** Waits for the lane of all processes and opens an append. */
  Head open(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select next_position, recorded_at from ledger.open_append()");
        ResultSet result = statement.executeQuery()) {
      return SmallInsert.head(result);
    }
  }

  /** Which of these rows' places are taken already; only certain after {@link #open}. */
  Set<EventKey> inTheBook(Connection connection, List<EventRow> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      UUID[] streams = rows.stream().map(row -> row.key().streamId()).toArray(UUID[]::new);
      Long[] sequences = rows.stream().map(row -> row.key().sequence()).toArray(Long[]::new);
      statement.setArray(1, connection.createArrayOf("uuid", streams));
      statement.setArray(2, connection.createArrayOf("int8", sequences));
      Set<EventKey> keys = new HashSet<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          keys.add(new EventKey(result.getObject(1, UUID.class), result.getLong(2)));
        }
      }
      return keys;
    }
  }

  /** Sends the rows in the format that the server need not search for the ends of columns. */
  private void copy(Connection connection, List<EventRow> rows, long first, long recordedAt)
      throws SQLException {
    var copyIn = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      chunk.clear().put(BinaryFormat.header());
      long position = first;
      for (EventRow row : rows) {
        byte[] columns = row.copyColumns();
        if (chunk.remaining() < ROW_START_BYTES + columns.length) {
          send(copyIn);
        }
        chunk.putShort(COLUMNS).putInt(Long.BYTES).putLong(position++);
        chunk.putInt(Long.BYTES).putLong(recordedAt);
        if (chunk.remaining() < columns.length) {
          send(copyIn);
          copyIn.writeToCopy(columns, 0, columns.length);
        } else {
          chunk.put(columns);
        }
      }
      if (chunk.remaining() < Short.BYTES) {
        send(copyIn);
      }
      chunk.putShort(BinaryFormat.END);
      send(copyIn);
      copyIn.endCopy();
    } finally {
      if (copyIn.isActive()) {
        copyIn.cancelCopy();
      }
    }
  }

  private void send(CopyIn copyIn) throws SQLException {
    copyIn.writeToCopy(chunk.array(), 0, chunk.position());
    chunk.clear();
  }
}
