package org.aidledger.store.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.aidledger.evidence.leaf.EventLeaf;

/** Reads the events of one stream as leaves. */
final class StreamLeaves {

  /** A donation or payout has a handful; more than this is no such stream. */
  private static final int MOST_EVENTS = 1_000;

  private static final String SQL =
      "select position, event_id, stream_type, stream_id, sequence, recorded_at, type, revision,"
          + " payload, metadata from ledger.event where stream_id = ? and stream_type = ?"
          + " order by sequence limit ?";

  private StreamLeaves() {}

  /** The leaves by their positions; none if there is no stream of this kind. */
  static SortedMap<Long, EventLeaf> read(Connection connection, String streamType, UUID streamId)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setObject(1, streamId);
      statement.setString(2, streamType);
      statement.setInt(3, MOST_EVENTS + 1);
      SortedMap<Long, EventLeaf> leaves = new TreeMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          leaves.put(row.getLong(1), leaf(row));
        }
      }
      if (leaves.size() > MOST_EVENTS) {
        throw new SealException("The stream has too many events for one receipt.");
      }
      return leaves;
    }
  }

  private static EventLeaf leaf(ResultSet row) throws SQLException {
    return new EventLeaf(
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getObject(4, UUID.class),
        row.getLong(5),
        row.getLong(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }
}
