package org.aidledger.store.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.aidledger.store.event.AppendPlan.Head;

/**
 * Appends that are small enough for one statement, which waits for the lane, takes the positions
 * and writes the rows: a single round trip, the commit included.
 */
final class SmallInsert {

  /**
   * Up to here the rows travel as plain parameters, each in its own place; past it as arrays, whose
   * unpacking costs the server a little more at the start but nothing for each further row.
   */
  private static final int MOST_AS_PARAMETERS = 8;

  /**
   * Up to here one statement with arrays is faster than COPY, which needs three more round trips.
   * By measurement they draw level between 200 and 400 events.
   */
  static final int MOST = 200;

  private static final int COLUMNS = 8;
  private static final String[] BY_PARAMETERS = new String[MOST_AS_PARAMETERS + 1];
  private static final String BY_ARRAYS =
      "select first_position, at from ledger.append(?, ?, ?, ?, ?, ?, ?, ?)";

  static {
    for (int rows = 1; rows <= MOST_AS_PARAMETERS; rows++) {
      BY_PARAMETERS[rows] = byParameters(rows);
    }
  }

  private SmallInsert() {}

  /** Appends in a transaction of its own; the connection is in auto-commit mode. */
  static Head append(Connection connection, List<EventRow> rows) throws SQLException {
    return run(connection, new Prelude(), rows, "");
  }

  /** Appends in the open transaction and ends it, still in one round trip, the prelude included. */
  static Head appendAndCommit(Connection connection, Prelude prelude, List<EventRow> rows)
      throws SQLException {
    return run(connection, prelude, rows, "; commit");
  }

  private static Head run(Connection connection, Prelude prelude, List<EventRow> rows, String then)
      throws SQLException {
    boolean few = rows.size() <= MOST_AS_PARAMETERS;
    String sql = few ? BY_PARAMETERS[rows.size()] : BY_ARRAYS;
    try (PreparedStatement statement = connection.prepareStatement(prelude.sql() + sql + then)) {
      int first = prelude.bind(statement);
      if (few) {
        bindParameters(statement, first, rows);
      } else {
        bindArrays(statement, first, rows);
      }
      boolean answered = statement.execute();
      while (!answered && statement.getUpdateCount() >= 0) {
        // What the prelude wrote is only counted; the append answers a row.
        answered = statement.getMoreResults();
      }
      try (ResultSet result = statement.getResultSet()) {
        return head(result);
      }
    }
  }

  /** The rows come back in the order of their positions, so the first is the first. */
  static Head head(ResultSet result) throws SQLException {
    result.next();
    return new Head(result.getLong(1), Instant.ofEpochMilli(result.getLong(2)));
  }

  /**
   * The function opens the append before any row is made, and the statement itself reads nothing of
   * the book, so it does not matter that its snapshot is older than the lock.
   */
  private static String byParameters(int rows) {
    StringBuilder sql =
        new StringBuilder(
            "with opened as materialized (select * from ledger.open_append()), added as (insert into"
                + " ledger.event (position, recorded_at, sequence, event_id, stream_id,"
                + " stream_type, type, revision, payload, metadata)"
                + " select o.next_position + v.n, o.recorded_at, v.a, v.b, v.c, v.d, v.e, v.f, v.g,"
                + " v.h from opened o, (values ");
    for (int row = 0; row < rows; row++) {
      sql.append(row == 0 ? "(" : ", (").append(row).append(", ?".repeat(COLUMNS)).append(")");
    }
    return sql.append(") v (n, a, b, c, d, e, f, g, h)) select * from opened").toString();
  }

  private static void bindParameters(PreparedStatement statement, int first, List<EventRow> rows)
      throws SQLException {
    int next = first;
    for (EventRow row : rows) {
      statement.setLong(next++, row.key().sequence());
      statement.setObject(next++, row.eventId());
      statement.setObject(next++, row.key().streamId());
      statement.setString(next++, row.streamType());
      statement.setString(next++, row.type());
      statement.setString(next++, row.revision());
      statement.setString(next++, row.payloadText());
      statement.setString(next++, row.metadataText());
    }
  }

  private static void bindArrays(PreparedStatement statement, int first, List<EventRow> rows)
      throws SQLException {
    int next = first;
    array(statement, next++, "int8", rows, row -> row.key().sequence(), new Long[0]);
    array(statement, next++, "uuid", rows, EventRow::eventId, new UUID[0]);
    array(statement, next++, "uuid", rows, row -> row.key().streamId(), new UUID[0]);
    array(statement, next++, "text", rows, EventRow::streamType, new String[0]);
    array(statement, next++, "text", rows, EventRow::type, new String[0]);
    array(statement, next++, "text", rows, EventRow::revision, new String[0]);
    array(statement, next++, "text", rows, EventRow::payloadText, new String[0]);
    array(statement, next++, "text", rows, EventRow::metadataText, new String[0]);
  }

  private static <T> void array(
      PreparedStatement statement,
      int parameter,
      String type,
      List<EventRow> rows,
      Function<EventRow, T> column,
      T[] none)
      throws SQLException {
    T[] values = rows.stream().map(column).toList().toArray(none);
    statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
  }
}
