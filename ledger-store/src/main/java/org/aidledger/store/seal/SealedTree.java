package org.aidledger.store.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.evidence.merkle.Frontier;
import org.aidledger.evidence.merkle.Tile;
import org.aidledger.evidence.merkle.TreeReader;
import org.aidledger.evidence.note.SignedNote;

/**
 * The tree as it is stored, through one connection. Complete tiles never change, so no lock is
 * needed.
 */
final class SealedTree {

  private static final String HEAD = "select size, edge from ledger.seal_head";

  private final Connection connection;
  private final Frontier frontier;
  private final long size;

  private SealedTree(Connection connection, ResultSet head) throws SQLException {
    this.connection = connection;
    size = head.getLong(1);
    frontier = Frontier.restore(size, head.getBytes(2));
  }

  /** The tree as it stands. */
  static SealedTree read(Connection connection) throws SQLException {
    return open(connection, HEAD)
        .orElseThrow(() -> new SealException("The head of the seals is missing."));
  }

  /** The tree for the one who makes it grow; empty if somebody else does at this moment. */
  static Optional<SealedTree> lock(Connection connection) throws SQLException {
    return open(connection, HEAD + " for update skip locked");
  }

  private static Optional<SealedTree> open(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet head = statement.executeQuery()) {
      return head.next() ? Optional.of(new SealedTree(connection, head)) : Optional.empty();
    }
  }

  /** Leaves, which is the number of sealed events. */
  long size() {
    return size;
  }

  /** The edge at which the tree grows. */
  Frontier frontier() {
    return frontier;
  }

  /** Roots and proofs for every size up to this one. */
  TreeReader reader() {
    return new TreeReader(this::hashes, size);
  }

  /** The signed head of a size. */
  Optional<SignedNote> checkpoint(long ofSize) throws SQLException {
    return notes("select note from ledger.seal_checkpoint where size = ?", ofSize).stream()
        .findFirst();
  }

  /** The last head that a witness has countersigned, among those that have a least size. */
  Optional<SignedNote> countersigned(long atLeast) throws SQLException {
    return notes(
            "select note from ledger.seal_countersigned where size >= ?"
                + " order by size desc, received_at desc limit 1",
            atLeast)
        .stream()
        .findFirst();
  }

  private List<SignedNote> notes(String sql, long size) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, size);
      List<SignedNote> notes = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          notes.add(SignedNote.parse(result.getString(1)));
        }
      }
      return notes;
    }
  }

  private byte[] hashes(Tile tile) {
    if (!tile.completeIn(size)) {
      return frontier.last(tile.level());
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select hashes from ledger.seal_tile where level = ? and index = ?")) {
      statement.setInt(1, tile.level());
      statement.setLong(2, tile.index());
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          throw new SealException(
              "Tile " + tile.index() + " of level " + tile.level() + " is missing.");
        }
        return result.getBytes(1);
      }
    } catch (SQLException e) {
      throw new SealException("The seals could not be read.", e);
    }
  }
}
