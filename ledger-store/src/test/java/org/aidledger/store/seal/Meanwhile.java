package org.aidledger.store.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lets something else happen once, right after the first statement that names a table. */
final class Meanwhile {

  private final String table;
  private final AtomicReference<@Nullable Runnable> waiting;

  Meanwhile(String table, Runnable other) {
    this.table = table;
    this.waiting = new AtomicReference<>(other);
  }

  /** The same database, through connections that are interrupted. */
  DataSource in(DataSource dataSource) {
    return (DataSource)
        Proxy.newProxyInstance(
            Meanwhile.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, _, _) -> watched(dataSource.getConnection()));
  }

  void assertHappened() {
    assertThat(waiting.get()).isNull();
  }

  private Connection watched(Connection connection) throws SQLException {
    return watched(
        Connection.class,
        connection,
        (called, arguments, answer) ->
            answer instanceof PreparedStatement statement
                    && arguments[0] instanceof String sql
                    && sql.contains(table)
                ? watched(PreparedStatement.class, statement, this::afterClosing)
                : answer);
  }

  private @Nullable Object afterClosing(
      String called, Object[] arguments, @Nullable Object answer) {
    Runnable other = called.equals("close") ? waiting.getAndSet(null) : null;
    if (other != null) {
      other.run();
    }
    return answer;
  }

  private static <T> T watched(Class<T> type, T real, Watcher watcher) {
    return type.cast(
        Proxy.newProxyInstance(
            Meanwhile.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              try {
                Object answer = method.invoke(real, arguments);
                return watcher.called(
                    method.getName(), arguments == null ? new Object[0] : arguments, answer);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private interface Watcher {
    @Nullable Object called(String method, Object[] arguments, @Nullable Object answer)
        throws SQLException;
  }
}
