package org.aidledger.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What PostgreSQL alone does with the same bytes: the same server, the same settings, fsync on,
 * rows that the application has just written, tables of the same columns and indexes.
 */
final class RawPostgres implements AutoCloseable {

  private static final int CHUNK = 64 * 1024;

  private final Connection connection;
  private final Path work;

  /**
   * @param connection one of its own, closed with this
   * @param work a folder for the bytes between reading and writing them
   */
  RawPostgres(Connection connection, Path work) throws SQLException {
    this.connection = connection;
    this.work = work;
    Sql.run(connection, "create schema if not exists bench");
  }

  /** One copy of rows into a table with its indexes. */
  record Copy(long rows, long bytes, double seconds) {

    double rowsPerSecond() {
      return rows / seconds;
    }

    Copy plus(Copy other) {
      return new Copy(rows + other.rows, bytes + other.bytes, seconds + other.seconds);
    }
  }

  /**
   * Commits single rows on one connection, each by itself.
   *
   * @param type of the events whose rows are written
   * @param commits how many, at most as many as there are
   * @return commits a second
   */
  double singleCommits(String type, int commits) throws SQLException {
    List<String[]> rows =
        Sql.<String[]>map(
            connection,
            "select position, recorded_at, sequence, event_id, stream_id, stream_type, type,"
                + " revision, payload, metadata from ledger.event where type = '"
                + type
                + "' order by position desc limit "
                + commits,
            row -> {
              String[] columns = new String[10];
              for (int i = 0; i < columns.length; i++) {
                columns[i] = row.getString(i + 1);
              }
              return columns;
            });
    Sql.run(
        connection,
        "drop table if exists bench.single; create table bench.single"
            + " (like ledger.event including constraints including indexes)");
    String insert = "insert into bench.single values (?, ?, ?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?)";
    int warmUp = rows.size() / 5;
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (String[] row : rows.subList(0, warmUp)) {
        insert(statement, row);
      }
      long start = System.nanoTime();
      for (String[] row : rows.subList(warmUp, rows.size())) {
        insert(statement, row);
      }
      return (rows.size() - warmUp) / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static void insert(PreparedStatement statement, String[] row) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      if (i < 3) {
        statement.setLong(i + 1, Long.parseLong(row[i]));
      } else {
        statement.setString(i + 1, row[i]);
      }
    }
    statement.executeUpdate();
  }

  /** Copies the events after a position into a table like that of events. */
  Copy copyEvents(long after) throws SQLException, IOException {
    return copy("ledger.event", "position > " + after);
  }

  /** Copies all rows of every table of a schema, one table after the other. */
  Copy copySchema(String schema) throws SQLException, IOException {
    Copy sum = new Copy(0, 0, 0);
    for (String table :
        Sql.rows(
            connection,
            "select tablename from pg_tables where schemaname = '" + schema + "' order by 1")) {
      sum = sum.plus(copy(schema + "." + table, "true"));
    }
    return sum;
  }

  /**
   * Copies rows of a table into an empty one with the same columns and indexes, in one transaction.
   */
  private Copy copy(String table, String condition) throws SQLException, IOException {
    Path bytes = Files.createTempFile(work, "rows", ".copy");
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bytes), CHUNK)) {
        copies.copyOut("copy (select * from " + table + " where " + condition + ") to stdout", out);
      }
      Sql.run(
          connection,
          "drop table if exists bench.copied; create table bench.copied"
              + (" (like "
                  + table
                  + " including constraints including indexes including storage)"));
      try (InputStream in = new BufferedInputStream(Files.newInputStream(bytes), CHUNK)) {
        long start = System.nanoTime();
        long rows = copies.copyIn("copy bench.copied from stdin", in, CHUNK);
        return new Copy(rows, Files.size(bytes), (System.nanoTime() - start) / 1e9);
      }
    } finally {
      Files.delete(bytes);
      Sql.run(connection, "drop table if exists bench.copied");
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      Sql.run(connection, "drop schema bench cascade");
    }
  }
}
