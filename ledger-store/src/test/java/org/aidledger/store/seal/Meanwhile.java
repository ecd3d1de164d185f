package org.aidledger.store.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lets something else happen once, right before the first statement that names a table. */
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
    return (Connection)
        Proxy.newProxyInstance(
            Meanwhile.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof String sql && sql.contains(table)) {
                Runnable other = waiting.getAndSet(null);
                if (other != null) {
                  other.run();
                }
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
