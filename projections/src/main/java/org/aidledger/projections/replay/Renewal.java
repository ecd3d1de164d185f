package org.aidledger.projections.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.aidledger.projections.ReadModelSchema;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.writing.LedgerProjection;

/**
 * Brings the live read models to what this version of the program reads, and to the last event,
 * before anybody asks them: tables of another version, or without their position, are thrown away
 * and built again from event zero.
 */
public final class Renewal {

  /** Held by the process that renews; the others wait, and find the work done. */
  private static final long LOCK = 0x4169644c_00000020L;

  private final DataSource dataSource;
  private final LedgerProjection projection;
  private final EventSource source;

  public Renewal(DataSource dataSource, LedgerProjection projection, EventSource source) {
    this.dataSource = dataSource;
    this.projection = projection;
    this.source = source;
  }

  /**
   * Renews the live copy.
   *
   * @param progress is told after each batch at which position the copy stands
   * @return whether its tables had to be built again
   */
  public boolean renew(LongConsumer progress) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      execute(connection, "select pg_advisory_lock(" + LOCK + ")");
      connection.setAutoCommit(false);
      try {
        boolean renewed = renewTables(connection);
        connection.commit();
        catchUp(connection, progress);
        return renewed;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
      }
    }
  }

  private static boolean renewTables(Connection connection) throws SQLException {
    ReadModelSchema.lock(connection, ReadSchema.LIVE);
    boolean unfit =
        ReadModelSchema.exists(connection, ReadSchema.LIVE)
            && !(ReadModelSchema.isCurrent(connection, ReadSchema.LIVE)
                && ReadModelSchema.findPosition(connection, ReadSchema.LIVE).isPresent());
    if (unfit) {
      ReadModelSchema.drop(connection, ReadSchema.LIVE);
    }
    ReadModelSchema.create(connection, ReadSchema.LIVE);
    return unfit;
  }

  private void catchUp(Connection connection, LongConsumer progress) throws SQLException {
    long position = ReadModelSchema.position(connection, ReadSchema.LIVE);
    long head = source.head();
    if (position < head) {
      new Application(connection, projection, source, ReadSchema.LIVE)
          .apply(
              position,
              head,
              applied -> {
                connection.commit();
                progress.accept(applied);
              });
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
