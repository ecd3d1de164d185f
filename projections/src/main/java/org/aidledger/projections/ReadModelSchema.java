package org.aidledger.projections;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Objects;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Creates and removes copies of the read models. */
public final class ReadModelSchema {

  private static final String RESOURCE = "read-models.sql";

  private ReadModelSchema() {}

  /**
   * Creates all tables of a copy, empty and before event zero. A copy that is there already is left
   * as it is, so that several nodes may start at once.
   *
   * @param schema {@code live} or {@code rebuild}
   * @throws IllegalArgumentException if the name is none of {@link ReadSchema}
   */
  public static void create(DataSource dataSource, String schema) throws SQLException {
    create(dataSource, ReadSchema.of(schema));
  }

  /** Creates all tables of a copy, unless it is there. */
  public static void create(DataSource dataSource, ReadSchema schema) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        create(connection, schema);
        connection.commit();
      } catch (SQLException failure) {
        connection.rollback();
        throw failure;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** Creates all tables of a copy within the connection's transaction, unless it is there. */
  public static void create(Connection connection, ReadSchema schema) throws SQLException {
    lock(connection, schema);
    if (!exists(connection, schema)) {
      execute(connection, ddl(schema));
      execute(connection, "comment on schema " + schema.sql() + " is '" + fingerprint() + "'");
    }
  }

  /** Whether a copy has the tables that this version of the program writes and reads. */
  public static boolean isCurrent(Connection connection, ReadSchema schema) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select 1 from pg_namespace
            where nspname = ? and obj_description(oid, 'pg_namespace') = ?
            """)) {
      query.setString(1, schema.sql());
      query.setString(2, fingerprint());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Tells the tables of one version from those of another: SHA-256 of their statements. */
  private static String fingerprint() {
    try {
      byte[] statements = ddl(ReadSchema.LIVE).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(statements));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether a copy lies in this schema. */
  public static boolean exists(Connection connection, ReadSchema schema) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from pg_namespace where nspname = ?")) {
      query.setString(1, schema.sql());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Removes a copy with everything in it, if it is there. */
  public static void drop(Connection connection, ReadSchema schema) throws SQLException {
    execute(connection, "drop schema if exists " + schema.sql() + " cascade");
  }

  /** The statements that create all tables of a copy. */
  public static String ddl(ReadSchema schema) {
    try (InputStream resource = ReadModelSchema.class.getResourceAsStream(RESOURCE)) {
      return new String(
              Objects.requireNonNull(resource, RESOURCE).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${spans}", Spans.STANDARD.shifts().toString())
          .replace("${schema}", schema.sql());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Waits until this transaction alone may write the copy. */
  public static void lock(Connection connection, ReadSchema schema) throws SQLException {
    execute(connection, lock(schema));
  }

  /**
   * The same for a transaction that need not be on the disk when it is committed, because what it
   * writes follows from the events: lost with the machine's power, it is lost whole, and written
   * again from where the tables stand then.
   */
  public static void lockForRepeatable(Connection connection, ReadSchema schema)
      throws SQLException {
    execute(connection, "set local synchronous_commit = off; " + lock(schema));
  }

  private static String lock(ReadSchema schema) {
    return "select pg_advisory_xact_lock(" + schema.lockKey() + ")";
  }

  /**
   * The position of the last event that a copy of the read models has applied, -1 before all.
   *
   * @throws IllegalStateException if the copy does not say
   */
  public static long position(Connection connection, ReadSchema schema) throws SQLException {
    return findPosition(connection, schema)
        .orElseThrow(() -> new IllegalStateException("the read models have lost their position"));
  }

  /** The position, unless someone removed it. */
  public static OptionalLong findPosition(Connection connection, ReadSchema schema)
      throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "select position from " + schema.sql() + ".projection where name = 'ledger'")) {
      return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
