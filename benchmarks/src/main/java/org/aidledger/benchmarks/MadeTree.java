package org.aidledger.benchmarks;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aidledger.evidence.merkle.Frontier;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.Tile;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteSigner;

/**
 * A tree in the ledger's own tables whose leaves are numbers instead of events: proofs come from
 * tiles, never from events, and five million of those would take an hour to record.
 *
 * @param roots of the signed heads, by their sizes
 */
record MadeTree(SortedMap<Long, Hash> roots) {

  private static final int HEADS = 10;
  private static final int TILES_AT_ONCE = 500;

  static MadeTree grow(BenchLedger ledger, int leaves) throws SQLException {
    NoteSigner signer = ledger.bean(NoteSigner.class);
    SortedMap<Long, Hash> roots = new TreeMap<>();
    try (Connection connection = ledger.connect()) {
      connection.setAutoCommit(false);
      Frontier frontier = new Frontier();
      Map<Tile, byte[]> complete = new LinkedHashMap<>();
      for (int i = 0; i < leaves; i++) {
        frontier.append(bytes(i), Long.BYTES, complete::put);
        if (complete.size() >= TILES_AT_ONCE) {
          write(connection, complete);
        }
        if ((i + 1) % Math.max(1, leaves / HEADS) == 0 || i + 1 == leaves) {
          roots.put(frontier.size(), frontier.root());
          String origin = signer.publicKey().name();
          Checkpoint head = new Checkpoint(origin, frontier.size(), frontier.root());
          head(connection, head.size(), signer.sign(head.text()).toString());
        }
      }
      write(connection, complete);
      edge(connection, frontier);
      connection.commit();
    }
    return new MadeTree(roots);
  }

  long size() {
    return roots.lastKey();
  }

  Hash root() {
    return Objects.requireNonNull(roots.get(size()));
  }

  /** Complete tiles of leaves. */
  long tiles() {
    return size() / Tile.WIDTH;
  }

  /** The hash of a leaf. */
  static Hash leaf(long number) {
    return new TreeHasher().leaf(bytes(number));
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static void write(Connection connection, Map<Tile, byte[]> tiles) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger.seal_tile (level, index, hashes) values (?, ?, ?)")) {
      for (Map.Entry<Tile, byte[]> tile : tiles.entrySet()) {
        insert.setInt(1, tile.getKey().level());
        insert.setLong(2, tile.getKey().index());
        insert.setBytes(3, tile.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    tiles.clear();
  }

  private static void head(Connection connection, long size, String note) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger.seal_checkpoint (size, note) values (?, ?)")) {
      insert.setLong(1, size);
      insert.setString(2, note);
      insert.executeUpdate();
    }
  }

  private static void edge(Connection connection, Frontier frontier) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update ledger.seal_head set size = ?, edge = ?")) {
      update.setLong(1, frontier.size());
      update.setBytes(2, frontier.state());
      update.executeUpdate();
    }
  }
}
