package org.aidledger.store.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.aidledger.store.event.AppendPlan.Head;
import org.postgresql.PGConnection;

/**
 * The statements of the lane: how rows reach the table in as few round trips as their number
 * allows.
 */
final class EventWriter {

  /**
   * Up to here one statement with arrays is faster than COPY, which needs three more round trips.
   * By measurement they draw level between 200 and 400 events.
   */
  static final int MOST_IN_ONE_STATEMENT = 200;

  private static final String APPEND_AND_COMMIT =
      "select first_position, at from ledger.append(?, ?, ?, ?, ?, ?, ?, ?); commit";

  private static final String COPY =
      "copy ledger.event (position, recorded_at, sequence, event_id, stream_id, stream_type, type,"
          + " revision, payload, metadata) from stdin";

  private static final String KNOWN =
      "select stream_id, sequence from unnest(?, ?) wanted (stream_id, sequence)"
          + " join ledger.event using (stream_id, sequence)";

  private static final int CHUNK_BYTES = 64 * 1024;

  private final byte[] chunk = new byte[CHUNK_BYTES];

  /**
   * Appends the rows and commits.
   *
   * @return the first position and the recorded time of the rows
   */
  Head appendAndCommit(Connection connection, List<EventRow> rows) throws SQLException {
    if (rows.size() <= MOST_IN_ONE_STATEMENT) {
      return inOneStatement(connection, rows);
    }
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
      return head(result);
    }
  }

  /** Which of these rows' places are taken already; only certain after {@link #open}. */
  Set<EventKey> inTheBook(Connection connection, List<EventRow> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids(rows, r -> r.key().streamId())));
      statement.setArray(2, connection.createArrayOf("int8", sequences(rows)));
      Set<EventKey> keys = new HashSet<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          keys.add(new EventKey(result.getObject(1, UUID.class), result.getLong(2)));
        }
      }
      return keys;
    }
  }

  /** Begin, lock, positions, rows and commit travel together: one round trip. */
  private static Head inOneStatement(Connection connection, List<EventRow> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(APPEND_AND_COMMIT)) {
      statement.setArray(1, connection.createArrayOf("int8", sequences(rows)));
      statement.setArray(2, connection.createArrayOf("uuid", ids(rows, EventRow::eventId)));
      statement.setArray(3, connection.createArrayOf("uuid", ids(rows, r -> r.key().streamId())));
      statement.setArray(4, connection.createArrayOf("text", texts(rows, EventRow::streamType)));
      statement.setArray(5, connection.createArrayOf("text", texts(rows, EventRow::type)));
      statement.setArray(6, connection.createArrayOf("text", texts(rows, EventRow::revision)));
      statement.setArray(7, connection.createArrayOf("text", texts(rows, EventRow::payloadText)));
      statement.setArray(8, connection.createArrayOf("text", texts(rows, EventRow::metadataText)));
      statement.execute();
      try (ResultSet result = statement.getResultSet()) {
        return head(result);
      }
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

  private static Head head(ResultSet result) throws SQLException {
    result.next();
    return new Head(result.getLong(1), Instant.ofEpochMilli(result.getLong(2)));
  }

  private static Long[] sequences(List<EventRow> rows) {
    return rows.stream().map(row -> row.key().sequence()).toArray(Long[]::new);
  }

  private static UUID[] ids(List<EventRow> rows, Function<EventRow, UUID> column) {
    return rows.stream().map(column).toArray(UUID[]::new);
  }

  private static String[] texts(List<EventRow> rows, Function<EventRow, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
