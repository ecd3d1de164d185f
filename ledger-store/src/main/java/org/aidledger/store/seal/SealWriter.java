package org.aidledger.store.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aidledger.evidence.merkle.Frontier;
import org.aidledger.evidence.merkle.Tile;
import org.aidledger.evidence.note.SignedNote;

/** Writes what one round of sealing has made, in the transaction of that round. */
final class SealWriter {

  private final Connection connection;
  private final Map<Tile, byte[]> complete = new LinkedHashMap<>();

  SealWriter(Connection connection) {
    this.connection = connection;
  }

  /** Keeps a tile until the book is read, because the connection is busy with reading. */
  void keep(Tile tile, byte[] hashes) {
    complete.put(tile, hashes);
  }

  void tiles() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into ledger.seal_tile (level, index, hashes) values (?, ?, ?)")) {
      for (Map.Entry<Tile, byte[]> tile : complete.entrySet()) {
        statement.setInt(1, tile.getKey().level());
        statement.setLong(2, tile.getKey().index());
        statement.setBytes(3, tile.getValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  void head(Frontier frontier) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("update ledger.seal_head set size = ?, edge = ?")) {
      statement.setLong(1, frontier.size());
      statement.setBytes(2, frontier.state());
      statement.executeUpdate();
    }
  }

  void checkpoint(long size, SignedNote note) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into ledger.seal_checkpoint (size, note) values (?, ?)")) {
      statement.setLong(1, size);
      statement.setString(2, note.toString());
      statement.executeUpdate();
    }
  }
}
