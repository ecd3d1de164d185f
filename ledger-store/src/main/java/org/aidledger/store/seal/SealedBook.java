package org.aidledger.store.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.ConsistencyProof;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.InclusionProof;
import org.aidledger.evidence.merkle.TreeBrokenException;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteException;
import org.aidledger.evidence.note.SignedNote;

/**
 * Heads, proofs and receipts for whoever asks. Every answer is refused with {@link
 * HeadContradictedException} while the book is not the one that a witness has countersigned, and
 * with {@link SealException} if what is stored does not fit together.
 */
public final class SealedBook {

  private final DataSource dataSource;
  private final Witnesses witnesses;

  /** Reads through connections of its own, one for each question. */
  public SealedBook(DataSource dataSource, Witnesses witnesses) {
    this.dataSource = dataSource;
    this.witnesses = witnesses;
  }

  /** The last signed head, countersigned if it was; empty while nothing is sealed. */
  public Optional<SignedNote> head() {
    return ask((connection, tree) -> head(tree));
  }

  /** How many events are sealed. */
  public long size() {
    return ask((connection, tree) -> tree.size());
  }

  /**
   * How far the book is sealed. Answers even where every other question is refused because the book
   * contradicts a witness.
   *
   * @throws SealException if what is stored does not fit together
   */
  public SealStatus status() {
    return read((connection, tree) -> new SealStanding(connection, witnesses).read(tree));
  }

  /** When the oldest event that is not sealed was recorded; empty if all of them are. */
  public Optional<Instant> unsealedSince() {
    return ask(
        (connection, tree) -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select recorded_at from ledger.event where position = ?")) {
            query.setLong(1, tree.size());
            try (ResultSet rows = query.executeQuery()) {
              return rows.next()
                  ? Optional.of(Instant.ofEpochMilli(rows.getLong(1)))
                  : Optional.empty();
            }
          }
        });
  }

  /** Proves that a position is in the book of a size; empty if so many events are not sealed. */
  public Optional<InclusionProof> inclusion(long position, long size) {
    return ask(
        (connection, tree) ->
            position < 0 || position >= size || size > tree.size()
                ? Optional.empty()
                : Optional.of(tree.inclusion(position, size)));
  }

  /** Proves that the book of one size continues that of another; empty if it is not sealed. */
  public Optional<ConsistencyProof> consistency(long from, long to) {
    return ask(
        (connection, tree) ->
            from < 0 || from > to || to > tree.size()
                ? Optional.empty()
                : Optional.of(tree.consistency(from, to)));
  }

  /** All that the book holds of one stream, with proofs. */
  public Receipt receipt(String streamType, UUID streamId) {
    return ask(
        (connection, tree) -> {
          SortedMap<Long, EventLeaf> leaves = StreamLeaves.read(connection, streamType, streamId);
          if (leaves.isEmpty()) {
            return new Receipt.Unknown();
          }
          return leaves.lastKey() >= tree.size() ? new Receipt.Waiting() : receipt(tree, leaves);
        });
  }

  private Receipt receipt(SealedTree tree, SortedMap<Long, EventLeaf> leaves) throws SQLException {
    Optional<SignedNote> countersigned =
        tree.countersigned(leaves.lastKey() + 1).filter(witnesses::countersigned);
    SignedNote head = countersigned.isPresent() ? countersigned.get() : head(tree).orElseThrow();
    Checkpoint checkpoint = Checkpoint.of(head);
    List<Receipt.Proven> proven = new ArrayList<>();
    for (Map.Entry<Long, EventLeaf> event : leaves.entrySet()) {
      InclusionProof proof = tree.inclusion(event.getKey(), checkpoint.size());
      Hash leaf = new TreeHasher().leaf(event.getValue().encoded());
      if (!proof.proves(leaf, checkpoint.root())) {
        throw new SealException(
            "The event at position " + event.getKey() + " is not the one that was sealed.");
      }
      proven.add(new Receipt.Proven(event.getValue(), proof));
    }
    return new Receipt.Ready(proven, head, countersigned.isPresent());
  }

  private Optional<SignedNote> head(SealedTree tree) throws SQLException {
    Optional<SignedNote> countersigned =
        tree.countersigned(Math.max(1, tree.size())).filter(witnesses::countersigned);
    return countersigned.isPresent() ? countersigned : tree.signed();
  }

  /** Answers from the book that the last witness has seen, or one that continues it. */
  private <T> T ask(Question<T> question) {
    return read(
        (connection, tree) -> {
          witnesses.requireContinued(tree);
          return question.ask(connection, tree);
        });
  }

  /** Answers from what was signed; whatever is damaged on the way is a {@link SealException}. */
  private <T> T read(Question<T> question) {
    try (Connection connection = dataSource.getConnection()) {
      SealedTree tree = SealedTree.read(connection);
      witnesses.requireSigned(tree);
      return question.ask(connection, tree);
    } catch (SQLException e) {
      throw new SealException("The seals could not be read.", e);
    } catch (TreeBrokenException | NoteException e) {
      throw SealException.damaged(e);
    }
  }

  /** What is asked of the tree as it stands. */
  private interface Question<T> {
    T ask(Connection connection, SealedTree tree) throws SQLException;
  }
}
