package org.aidledger.store.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.aidledger.evidence.merkle.Frontier;
import org.aidledger.evidence.merkle.TreeBrokenException;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteException;
import org.aidledger.evidence.note.NoteSigner;

/**
 * Makes the tree grow by what was appended since. Positions have no gaps and follow the order of
 * commits, so "everything after the last leaf" misses nothing that commits late. Tiles, edge and
 * signed head become durable in one transaction; whatever kills the process before, the next round
 * begins where the last committed one ended.
 */
public final class Sealer {

  /** Bounds the duration of a transaction and the tiles in memory (6 MB). */
  private static final int MOST_EVENTS_IN_ONE_ROUND = 200_000;

  private final DataSource dataSource;
  private final NoteSigner signer;
  private final Witnesses witnesses;
  private final int mostEvents;
  private final Consumer<SealStep> reached;

  /**
   * Seals nothing yet.
   *
   * @param signer signs the heads
   * @param witnesses know which heads must be continued
   */
  public Sealer(DataSource dataSource, NoteSigner signer, Witnesses witnesses) {
    this(dataSource, signer, witnesses, MOST_EVENTS_IN_ONE_ROUND, step -> {});
  }

  /**
   * As above, for tests.
   *
   * @param reached told after each step; may throw
   */
  Sealer(
      DataSource dataSource,
      NoteSigner signer,
      Witnesses witnesses,
      int mostEvents,
      Consumer<SealStep> reached) {
    this.dataSource = dataSource;
    this.signer = signer;
    this.witnesses = witnesses;
    this.mostEvents = mostEvents;
    this.reached = reached;
  }

  /**
   * Seals everything that is in the book now.
   *
   * @return how many events were sealed
   * @throws SealException if the book or its seals are not what they should be, or the database
   *     fails; nothing of the last round was kept then
   * @throws HeadContradictedException if the book is not the one that a witness has countersigned
   */
  public long sealAll() {
    long sealed = 0;
    for (int events = sealNext(); events > 0; events = sealNext()) {
      sealed += events;
    }
    return sealed;
  }

  /** One round; 0 if there is nothing to seal, or another process is sealing. */
  int sealNext() {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      int sealed;
      try {
        sealed = seal(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
      reached.accept(SealStep.COMMITTED);
      return sealed;
    } catch (SQLException e) {
      throw new SealException("The book could not be sealed.", e);
    } catch (TreeBrokenException | NoteException e) {
      throw SealException.damaged(e);
    }
  }

  private int seal(Connection connection) throws SQLException {
    Optional<SealedTree> locked = SealedTree.lock(connection);
    if (locked.isEmpty()) {
      return 0;
    }
    reached.accept(SealStep.LOCKED);
    SealedTree tree = locked.get();
    long inBook = eventsIn(connection);
    // Also when there is nothing new, so that an old copy of the database is noticed at once.
    // What is about to be continued is what was signed last, and the book still has all of it.
    if (inBook < tree.size()) {
      throw new SealException(
          "The book has " + inBook + " events, but " + tree.size() + " were sealed.");
    }
    tree.requireSigned(signer.publicKey());
    witnesses.requireContinued(tree);
    if (inBook == tree.size()) {
      return 0;
    }
    long end = Math.min(inBook, tree.size() + mostEvents);
    grow(connection, tree.frontier(), end);
    return Math.toIntExact(end - tree.size());
  }

  private void grow(Connection connection, Frontier frontier, long end) throws SQLException {
    SealWriter writer = new SealWriter(connection);
    new BookLeaves(connection)
        .read(frontier.size(), end, (leaf, length) -> frontier.append(leaf, length, writer::keep));
    reached.accept(SealStep.READ);
    writer.tiles();
    reached.accept(SealStep.TILES_WRITTEN);
    writer.head(frontier);
    reached.accept(SealStep.HEAD_MOVED);
    String origin = signer.publicKey().name();
    Checkpoint checkpoint = new Checkpoint(origin, frontier.size(), frontier.root());
    writer.checkpoint(frontier.size(), signer.sign(checkpoint.text()));
    reached.accept(SealStep.CHECKPOINT_WRITTEN);
  }

  private static long eventsIn(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select coalesce(max(position), -1) + 1 from ledger.event");
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }
}
