package org.aidledger.api.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/**
 * Lets one change of accounts happen at a time, over all processes on the database, so that a check
 * such as "not the last administrator" still holds when the change is made. Takes one connection
 * more than the change itself; its loss, with the process or the database, ends the lock.
 */
final class AccountLock {

  /** Any number that nothing else on this database locks: the ASCII of "accounts". */
  private static final long KEY = 0x6163_636f_756e_7473L;

  private final DataSource dataSource;

  /** So that a crowd of changes in this process waits here, rather than each with a connection. */
  private final ReentrantLock ofProcess = new ReentrantLock();

  AccountLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  <T extends @Nullable Object> T hold(Supplier<T> change) {
    ofProcess.lock();
    try (Connection connection = dataSource.getConnection()) {
      boolean before = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("select pg_advisory_xact_lock(" + KEY + ")");
        return change.get();
      } finally {
        connection.rollback();
        connection.setAutoCommit(before);
      }
    } catch (SQLException e) {
      throw Objects.requireNonNullElseGet(
          new SQLErrorCodeSQLExceptionTranslator(dataSource).translate("account lock", null, e),
          () -> new IllegalStateException("account lock", e));
    } finally {
      ofProcess.unlock();
    }
  }
}
