package org.aidledger.store.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The queries on the book. */
final class EventReader {

  private static final String SELECT =
      "select position, " + ReadRow.COLUMNS + " from ledger.event ";
  private static final String PAGE = SELECT + "where position > ? order by position limit ?";
  private static final String STREAM =
      SELECT + "where stream_id = ? and sequence >= ? order by sequence limit ?";
  private static final String ONE = SELECT + "where position = ?";
  private static final String FIRST = SELECT + "where sequence = 0 and stream_id = any(?)";
  private static final String SNAPSHOT =
      "select -1, " + ReadRow.COLUMNS + " from ledger.snapshot where stream_id = ?";

  private final DataSource dataSource;

  EventReader(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  List<ReadRow> page(long afterPosition, int most) {
    return rows(PAGE, afterPosition, most);
  }

  List<ReadRow> stream(UUID streamId, long fromSequence, int most) {
    return rows(STREAM, streamId, fromSequence, most);
  }

  List<ReadRow> at(long position) {
    return rows(ONE, position);
  }

  List<ReadRow> first(Collection<UUID> streamIds) {
    return rows(FIRST, (Object) streamIds.toArray(UUID[]::new));
  }

  List<ReadRow> snapshot(UUID streamId) {
    return rows(SNAPSHOT, streamId);
  }

  /** Last sequence number of a stream, if it has one. */
  OptionalLong lastSequence(UUID streamId) {
    return number("select max(sequence) from ledger.event where stream_id = ?", streamId);
  }

  /** Last position, -1 when the book is empty. */
  long headPosition() {
    return number("select max(position) from ledger.event").orElse(-1);
  }

  /** Last position recorded at or before a time, -1 if there is none; may grow. */
  long positionAt(long epochMillis) {
    return number("select ledger.position_at(?)", epochMillis).orElse(-1);
  }

  /** As {@link #positionAt}, but final; empty if the time is not over yet. */
  OptionalLong positionAsKnownAt(long epochMillis) {
    return number("select ledger.position_as_known_at(?)", epochMillis);
  }

  /** Keeps a snapshot unless a newer one is there. */
  void keepSnapshot(EventRow row, long recordedAtMillis) {
    String sql =
        "insert into ledger.snapshot as old (stream_id, "
            + "sequence, recorded_at, event_id, stream_type, type, revision, payload, metadata)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (stream_id) do update set"
            + " sequence = excluded.sequence, recorded_at = excluded.recorded_at,"
            + " event_id = excluded.event_id, stream_type = excluded.stream_type,"
            + " type = excluded.type, revision = excluded.revision,"
            + " payload = excluded.payload, metadata = excluded.metadata"
            + " where old.sequence < excluded.sequence";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(
          statement,
          row.key().streamId(),
          row.key().sequence(),
          recordedAtMillis,
          row.eventId(),
          row.streamType(),
          row.type(),
          row.revision(),
          row.payloadText(),
          row.metadataText());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new EventStoreException("A snapshot could not be kept.", e);
    }
  }

  private List<ReadRow> rows(String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      List<ReadRow> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(ReadRow.of(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new EventStoreException("The book could not be read.", e);
    }
  }

  private OptionalLong number(String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        long value = result.getLong(1);
        return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
      }
    } catch (SQLException e) {
      throw new EventStoreException("The book could not be read.", e);
    }
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }
}
