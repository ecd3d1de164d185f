package org.aidledger.store.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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

  /** Even a book that rests is looked at as a whole this often. */
  private static final long LONGEST_REST = Duration.ofSeconds(10).toNanos();

  private static final long NOT_AT_REST = -1;

  private final DataSource dataSource;
  private final NoteSigner signer;
  private final Witnesses witnesses;
  private final int mostEvents;
  private final Consumer<SealStep> reached;

  /** Where the book ended when all of it was sealed, and when that was; of this process alone. */
  private volatile long restsAt = NOT_AT_REST;

  private volatile long restsSince;

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
    int events;
    do {
      events = sealNext();
      sealed += events;
    } while (events == mostEvents);
    return sealed;
  }

  /**
   * As {@link #sealAll}, for whoever asks again and again: while the book ends where it did when
   * all of it was sealed, nothing else is read and nothing locked.
   */
  long sealNew() {
    return rests() ? 0 : sealAll();
  }

  private boolean rests() {
    long end = restsAt;
    if (end == NOT_AT_REST || System.nanoTime() - restsSince > LONGEST_REST) {
      return false;
    }
    try (Connection connection = dataSource.getConnection()) {
      return BookEnd.of(connection) == end;
    } catch (SQLException e) {
      throw new SealException("The book could not be sealed.", e);
    }
  }

  /** One round; 0 if there is nothing to seal, or another process is sealing. */
  int sealNext() {
    restsAt = NOT_AT_REST;
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      Round round;
      try {
        round = seal(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
      reached.accept(SealStep.COMMITTED);
      restsSince = System.nanoTime();
      restsAt = round.restsAt;
      return round.sealed;
    } catch (SQLException e) {
      throw new SealException("The book could not be sealed.", e);
    } catch (TreeBrokenException | NoteException e) {
      throw SealException.damaged(e);
    }
  }

  /** What one round did, and where the book ends if that was all of it. */
  private record Round(int sealed, long restsAt) {}

  private Round seal(Connection connection) throws SQLException {
    Optional<SealedTree> locked = SealedTree.lock(connection);
    if (locked.isEmpty()) {
      return new Round(0, NOT_AT_REST);
    }
    reached.accept(SealStep.LOCKED);
    SealedTree tree = locked.get();
    long inBook = BookEnd.of(connection);
    // Also when there is nothing new, so that an old copy of the database is noticed at once.
    // What is about to be continued is what was signed last, and the book still has all of it.
    if (inBook < tree.size()) {
      throw new SealException(
          "The book has " + inBook + " events, but " + tree.size() + " were sealed.");
    }
    witnesses.requireSigned(tree);
    witnesses.requireContinued(tree);
    if (inBook == tree.size()) {
      return new Round(0, inBook);
    }
    long end = Math.min(inBook, tree.size() + mostEvents);
    grow(connection, tree.frontier(), end);
    return new Round(Math.toIntExact(end - tree.size()), end == inBook ? end : NOT_AT_REST);
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
}
