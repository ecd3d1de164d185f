package org.aidledger.store.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aidledger.store.event.AppendPlan.Head;
import org.postgresql.PGConnection;

/**
 * The statements of the lane: how rows reach the table in as few round trips as their number
 * allows.
 */
final class EventWriter {

  private static final String COPY =
      "copy ledger.event (position, recorded_at, sequence, event_id, stream_id, stream_type, type,"
          + " revision, payload, metadata) from stdin";

  private static final String KNOWN =
      "select stream_id, sequence from unnest(?, ?) wanted (stream_id, sequence)"
          + " join ledger.event using (stream_id, sequence)";

  private static final int CHUNK_BYTES = 64 * 1024;

  private final byte[] chunk = new byte[CHUNK_BYTES];

  /** Appends the rows in the open transaction, after the prelude, and commits it. */
  Head appendAndCommit(Connection connection, Prelude prelude, List<EventRow> rows)
      throws SQLException {
    if (rows.size() <= SmallInsert.MOST) {
      return SmallInsert.appendAndCommit(connection, prelude, rows);
    }
    prelude.run(connection);
    Head head = open(connection);
    copy(connection, rows, head);
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

  private void copy(Connection connection, List<EventRow> rows, Head head) throws SQLException {
    var copyIn = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      byte[] recordedAt =
          ("\t" + head.recordedAt().toEpochMilli()).getBytes(StandardCharsets.US_ASCII);
      long position = head.position();
      int filled = 0;
      for (EventRow row : rows) {
        byte[] digits = Long.toString(position++).getBytes(StandardCharsets.US_ASCII);
        byte[] line = row.copyLine();
        if (filled + digits.length + recordedAt.length + line.length > chunk.length) {
          copyIn.writeToCopy(chunk, 0, filled);
          filled = 0;
        }
        filled = add(digits, filled);
        filled = add(recordedAt, filled);
        if (filled + line.length > chunk.length) {
          copyIn.writeToCopy(chunk, 0, filled);
          filled = 0;
          copyIn.writeToCopy(line, 0, line.length);
        } else {
          filled = add(line, filled);
        }
      }
      copyIn.writeToCopy(chunk, 0, filled);
      copyIn.endCopy();
    } finally {
      if (copyIn.isActive()) {
        copyIn.cancelCopy();
      }
    }
  }

  private int add(byte[] part, int filled) {
    System.arraycopy(part, 0, chunk, filled, part.length);
    return filled + part.length;
  }
}
