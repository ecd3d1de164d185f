package org.aidledger.store.subject;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A transaction of the subjects' own, beside that of the events. */
@FunctionalInterface
interface SubjectTransaction {

  /** What it does; whatever it throws undoes it. */
  void work(Connection connection) throws SQLException;

  /** Does it on a connection of its own, and commits. */
  static void commit(DataSource dataSource, SubjectTransaction transaction) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        transaction.work(connection);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
