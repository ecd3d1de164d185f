package org.aidledger.store.file;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.store.subject.MasterKey;
import org.jspecify.annotations.Nullable;

/** The tables of the files; each statement is a transaction of its own. */
final class FileRows {

  /**
   * What a stored file needs to be opened.
   *
   * @param chunks how many there are
   */
  record Head(StoredFile file, int chunks, ChunkCipher cipher) {}

  private interface Query<T extends @Nullable Object> {
    T run(PreparedStatement statement) throws SQLException;
  }

  private final DataSource dataSource;
  private final MasterKey master;

  FileRows(DataSource dataSource, MasterKey master) {
    this.dataSource = dataSource;
    this.master = master;
  }

  void begin(UUID file, byte[] salt) {
    run(
        "insert into ledger.file (file_id, salt) values (?, ?)",
        statement -> {
          statement.setObject(1, file);
          statement.setBytes(2, salt);
          return statement.executeUpdate();
        });
  }

  /** Adds a chunk; false if the file was swept away meanwhile. */
  boolean add(UUID file, int number, byte[] sealed) {
    return run(
        "with alive as (update ledger.file set touched_at = now()"
            + " where file_id = ? and stored_at is null returning file_id)"
            + " insert into ledger.file_chunk (file_id, number, sealed)"
            + " select file_id, ?, ? from alive",
        statement -> {
          statement.setObject(1, file);
          statement.setInt(2, number);
          statement.setBytes(3, sealed);
          return statement.executeUpdate() == 1;
        });
  }

  /** Makes the file visible; false if it was swept away meanwhile. */
  boolean finish(StoredFile file, int chunks) {
    return run(
        "update ledger.file set stored_at = now(), bytes = ?, chunks = ?, sha256 = ?"
            + " where file_id = ? and stored_at is null",
        statement -> {
          statement.setLong(1, file.size());
          statement.setInt(2, chunks);
          statement.setString(3, file.sha256());
          statement.setObject(4, file.fileId());
          return statement.executeUpdate() == 1;
        });
  }

  Optional<Head> head(UUID file) {
    return run(
        "select sha256, bytes, chunks, salt from ledger.file"
            + " where file_id = ? and stored_at is not null",
        statement -> {
          statement.setObject(1, file);
          try (ResultSet row = statement.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Head(
                        new StoredFile(file, row.getString(1), row.getLong(2)),
                        row.getInt(3),
                        new ChunkCipher(master, file, row.getBytes(4))))
                : Optional.empty();
          }
        });
  }

  Optional<byte[]> chunk(UUID file, int number) {
    return run(
        "select sealed from ledger.file_chunk where file_id = ? and number = ?",
        statement -> {
          statement.setObject(1, file);
          statement.setInt(2, number);
          try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
          }
        });
  }

  boolean delete(UUID file) {
    return run(
        "delete from ledger.file where file_id = ?",
        statement -> {
          statement.setObject(1, file);
          return statement.executeUpdate() == 1;
        });
  }

  int sweep(Duration quiet) {
    return run(
        "delete from ledger.file where stored_at is null"
            + " and touched_at < now() - ? * interval '1 millisecond'",
        statement -> {
          statement.setLong(1, quiet.toMillis());
          return statement.executeUpdate();
        });
  }

  private <T extends @Nullable Object> T run(String sql, Query<T> query) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return query.run(statement);
    } catch (SQLException e) {
      throw new FileStoreException("The tables of the files could not be used.", e);
    }
  }
}
