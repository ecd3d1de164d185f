package org.aidledger.store.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.evidence.merkle.ConsistencyProof;
import org.aidledger.evidence.merkle.Frontier;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.InclusionProof;
import org.aidledger.evidence.merkle.Tile;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.merkle.TreeReader;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.evidence.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * The tree as it is stored, through one connection. Complete tiles never change, so no lock is
 * needed.
 */
final class SealedTree {

  private static final String LOCK = "select from ledger.seal_head for update skip locked";

  private static final String HEAD =
      """
      select h.size, h.edge, c.note, (
        select w.note from ledger.seal_countersigned w
        order by w.size desc, w.received_at desc limit 1)
      from ledger.seal_head h left join ledger.seal_checkpoint c on c.size = h.size
      """;

  private static final String COUNTERSIGNED =
      "select note from ledger.seal_countersigned where size between ? and ?"
          + " order by size desc, received_at desc limit 1";

  private static final String TILES =
      "select t.level, t.index, t.hashes from unnest(?, ?) w (level, index)"
          + " join ledger.seal_tile t on t.level = w.level and t.index = w.index";

  private final Connection connection;
  private final Frontier frontier;
  private final long size;
  private final Hash root;
  private final @Nullable String signed;
  private final @Nullable String countersigned;

  private SealedTree(Connection connection, ResultSet head) throws SQLException {
    this.connection = connection;
    size = head.getLong(1);
    frontier = Frontier.restore(size, head.getBytes(2));
    root = frontier.root();
    signed = head.getString(3);
    countersigned = head.getString(4);
  }

  /** The tree as it stands. */
  static SealedTree read(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HEAD);
        ResultSet head = statement.executeQuery()) {
      if (!head.next()) {
        throw new SealException("The head of the seals is missing.");
      }
      return new SealedTree(connection, head);
    }
  }

  /**
   * The tree for the one who makes it grow; empty if somebody else does at this moment. It is read
   * once the lock is held, because what one statement sees may be older than the row that it locks.
   */
  static Optional<SealedTree> lock(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK);
        ResultSet locked = statement.executeQuery()) {
      return locked.next() ? Optional.of(read(connection)) : Optional.empty();
    }
  }

  /** The tree as it stands by now. */
  SealedTree again() throws SQLException {
    return read(connection);
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

  /** The same, with the tiles above some leaves at hand, which are read together. */
  private TreeReader reader(long... leaves) {
    Map<Tile, byte[]> atHand = tiles(Tile.above(size, leaves));
    return new TreeReader(
        tile -> {
          byte[] hashes = atHand.get(tile);
          return hashes == null ? hashes(tile) : hashes;
        },
        size);
  }

  /**
   * Checks that the tree ends where the book has signed that it ends.
   *
   * @param book the key that signs
   * @param notes those that are known to be genuine
   * @throws SealException if it does not
   */
  void requireSigned(VerifierKey book, GenuineNotes notes) throws SQLException {
    if (size == 0) {
      if (!root.equals(new TreeHasher().empty())) {
        throw new SealException("The edge of the empty tree is not empty.");
      }
      return;
    }
    Optional<SignedNote> head = signed();
    boolean same =
        head.isPresent()
            && notes.signed(head.get(), book)
            && Checkpoint.of(head.get()).root().equals(root);
    if (!same) {
      throw new SealException(
          "The edge of the tree of " + size + " events is not what was signed.");
    }
  }

  /**
   * Proves that a position is in the book of a size.
   *
   * @throws SealException if a tile that the proof comes from is not the one that was signed
   */
  InclusionProof inclusion(long position, long ofSize) {
    TreeReader reader = reader(position, ofSize - 1, size - 1);
    InclusionProof proof = reader.inclusion(position, ofSize);
    if (!proof.proves(reader.leaf(position), continued(reader, ofSize))) {
      throw notSigned();
    }
    return proof;
  }

  /**
   * Proves that the book of one size continues that of another.
   *
   * @throws SealException if a tile that the proof comes from is not the one that was signed
   */
  ConsistencyProof consistency(long from, long to) {
    TreeReader reader = reader(from - 1, to - 1, size - 1);
    ConsistencyProof proof = reader.consistency(from, to);
    if (!proof.proves(reader.root(from), continued(reader, to))) {
      throw notSigned();
    }
    return proof;
  }

  /** The root at a size, if the signed one at the edge continues it: a damaged tile shows here. */
  private Hash continued(TreeReader reader, long ofSize) {
    Hash then = reader.root(ofSize);
    if (!reader.consistency(ofSize, size).proves(then, root)) {
      throw notSigned();
    }
    return then;
  }

  private SealException notSigned() {
    return new SealException(
        "A tile of the tree of " + size + " events is not the one that was signed.");
  }

  /** The signed head of this tree. */
  Optional<SignedNote> signed() {
    return Optional.ofNullable(signed).map(SignedNote::parse);
  }

  /** The last head that a witness has countersigned; larger than this tree if the book shrank. */
  Optional<SignedNote> countersigned() {
    return Optional.ofNullable(countersigned).map(SignedNote::parse);
  }

  /** The last head of this tree that a witness has countersigned and that has a least size. */
  Optional<SignedNote> countersigned(long atLeast) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNTERSIGNED)) {
      statement.setLong(1, atLeast);
      statement.setLong(2, size);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          return Optional.empty();
        }
        SignedNote note = SignedNote.parse(result.getString(1));
        long own = Checkpoint.of(note).size();
        if (own < atLeast || own > size) {
          throw new SealException(
              "A countersigned head of " + own + " events is kept as one of another size.");
        }
        return Optional.of(note);
      }
    }
  }

  private byte[] hashes(Tile tile) {
    byte[] hashes = tiles(Set.of(tile)).get(tile);
    if (hashes == null) {
      throw new SealException(
          "Tile " + tile.index() + " of level " + tile.level() + " is missing.");
    }
    return hashes;
  }

  /** Those of the tiles that are there; the incomplete ones stand at the edge. */
  private Map<Tile, byte[]> tiles(Set<Tile> wanted) {
    Map<Tile, byte[]> found = new HashMap<>();
    List<Tile> stored = new ArrayList<>();
    for (Tile tile : wanted) {
      if (tile.completeIn(size)) {
        stored.add(tile);
      } else {
        found.put(tile, frontier.last(tile.level()));
      }
    }
    if (stored.isEmpty()) {
      return found;
    }
    try (PreparedStatement statement = connection.prepareStatement(TILES)) {
      statement.setArray(1, connection.createArrayOf("int4", levels(stored)));
      statement.setArray(2, connection.createArrayOf("int8", indexes(stored)));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Tile tile = new Tile(rows.getInt(1), rows.getLong(2));
          found.put(tile, whole(tile, rows.getBytes(3)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new SealException("The seals could not be read.", e);
    }
  }

  private static byte[] whole(Tile tile, byte[] hashes) {
    if (hashes.length != Tile.FULL_BYTES) {
      throw new SealException(
          "Tile " + tile.index() + " of level " + tile.level() + " has not its length.");
    }
    return hashes;
  }

  private static Integer[] levels(List<Tile> tiles) {
    return tiles.stream().map(Tile::level).toArray(Integer[]::new);
  }

  private static Long[] indexes(List<Tile> tiles) {
    return tiles.stream().map(Tile::index).toArray(Long[]::new);
  }
}
