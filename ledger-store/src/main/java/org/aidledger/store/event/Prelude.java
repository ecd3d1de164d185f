package org.aidledger.store.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements that run before the events are appended, in the round trip that brings the events. */
public final class Prelude {

  private final StringBuilder sql = new StringBuilder();
  private final List<Binder> binders = new ArrayList<>();

  /** Gives one statement its parameters. */
  @FunctionalInterface
  public interface Binder {

    /**
     * Binds them.
     *
     * @param first number of the statement's first parameter
     * @return the number after its last one
     */
    int bind(PreparedStatement statement, int first) throws SQLException;
  }

  /** Adds a statement that writes and answers no rows. */
  public void add(String statement, Binder binder) {
    sql.append(statement).append("; ");
    binders.add(binder);
  }

  /** Runs the statements by themselves, where nothing follows that they could travel with. */
  public void run(Connection connection) throws SQLException {
    if (!binders.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
        bind(statement);
        statement.execute();
      }
    }
  }

  /** The statements, each ended, to be put before another. */
  String sql() {
    return sql.toString();
  }

  /** Binds all of them; answers the number of the next parameter. */
  int bind(PreparedStatement statement) throws SQLException {
    int next = 1;
    for (Binder binder : binders) {
      next = binder.bind(statement, next);
    }
    return next;
  }
}
