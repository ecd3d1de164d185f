package org.aidledger.store.seal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aidledger.evidence.merkle.TreeBrokenException;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteException;
import org.aidledger.evidence.note.SignatureKind;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.evidence.note.VerifierKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who countersign heads of the book, and what they have countersigned. A head that
 * contradicts one of theirs is neither signed nor presented.
 */
public final class Witnesses {

  private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
  private static final int MOST_WITNESSES = 8;

  private final DataSource dataSource;
  private final VerifierKey book;
  private final List<VerifierKey> keys;
  private final WitnessFile file;
  private final GenuineNotes genuine = new GenuineNotes();

  /**
   * Takes the public keys.
   *
   * @param book the key that signs the book's heads
   * @param keys at most 8, of the kind that countersigns
   * @param file where the last countersigned head is remembered outside the database
   * @throws SealException if there are too many keys, or one is of another kind
   */
  public Witnesses(DataSource dataSource, VerifierKey book, List<VerifierKey> keys, Path file) {
    if (keys.size() > MOST_WITNESSES
        || keys.stream().anyMatch(key -> key.kind() != SignatureKind.COSIGNATURE)) {
      throw new SealException("There may be at most 8 witnesses, with keys that countersign.");
    }
    this.dataSource = dataSource;
    this.book = book;
    this.keys = List.copyOf(keys);
    this.file = new WitnessFile(file);
  }

  /**
   * Keeps a countersigned head. From now on no older head is presented, and none that does not
   * continue it.
   *
   * @return the head that was countersigned
   * @throws WitnessRefusedException if the text is no head of this book that a known witness signed
   * @throws HeadContradictedException if the book is not the one that was countersigned; the head
   *     is kept all the same, because it proves that
   */
  public synchronized Checkpoint accept(String text) {
    SignedNote note = genuine(text);
    Checkpoint checkpoint = Checkpoint.of(note);
    try (Connection connection = dataSource.getConnection()) {
      SealedTree tree = SealedTree.read(connection);
      requireSigned(tree);
      requireContinued(tree);
      keep(connection, checkpoint.size(), note);
      boolean continued = continues(tree, checkpoint);
      Optional<SignedNote> remembered = file.read();
      if (!continued
          || remembered.isEmpty()
          || Checkpoint.of(remembered.get()).size() <= checkpoint.size()) {
        file.write(note);
      }
      if (!continued) {
        HeadContradictedException contradicted = contradicted(checkpoint, tree);
        LOG.error(contradicted.getMessage());
        throw contradicted;
      }
      return checkpoint;
    } catch (SQLException e) {
      throw new SealException("The countersigned head could not be kept.", e);
    } catch (TreeBrokenException | NoteException e) {
      throw SealException.damaged(e);
    }
  }

  /** Checks that the stored tree ends where the book has signed that it ends. */
  void requireSigned(SealedTree tree) throws SQLException {
    tree.requireSigned(book, genuine);
  }

  /**
   * Whether a head that is kept as countersigned is: whoever writes to the database could put one
   * there. It need not be, for a witness whose key is known here no more has left heads behind.
   *
   * @throws SealException if the head is none of this book, or a signature in the name of a known
   *     witness is not genuine
   */
  boolean countersigned(SignedNote kept) {
    try {
      if (!genuine.signed(kept, book)) {
        throw new SealException("What is kept as a countersigned head is none of this book.");
      }
      boolean countersigned = false;
      for (VerifierKey witness : keys) {
        // All of them: one that is genuine does not excuse another that is forged.
        countersigned |= genuine.signed(kept, witness);
      }
      return countersigned;
    } catch (NoteException forged) {
      throw new SealException("A head is kept with a signature that is not genuine.", forged);
    }
  }

  /** Checks that the stored tree continues what was countersigned last, here and in the file. */
  void requireContinued(SealedTree tree) throws SQLException {
    List<SignedNote> last =
        Stream.concat(tree.countersigned().stream(), file.read().stream()).toList();
    for (SignedNote note : last) {
      var _ = countersigned(note);
      Checkpoint checkpoint = Checkpoint.of(note);
      if (!continues(tree, checkpoint)) {
        throw contradicted(checkpoint, tree);
      }
    }
  }

  /** The head may have been signed and countersigned after the tree was read, which has grown. */
  private static boolean continues(SealedTree tree, Checkpoint checkpoint) throws SQLException {
    SealedTree now = checkpoint.size() <= tree.size() ? tree : tree.again();
    return checkpoint.size() <= now.size()
        && now.reader().root(checkpoint.size()).equals(checkpoint.root());
  }

  private static HeadContradictedException contradicted(Checkpoint checkpoint, SealedTree tree) {
    return new HeadContradictedException(checkpoint.size(), tree.size());
  }

  /** The note with the signatures that mean something here, and no others. */
  private SignedNote genuine(String text) {
    try {
      SignedNote note = SignedNote.parse(text);
      Checkpoint checkpoint = Checkpoint.of(note);
      if (!checkpoint.origin().equals(book.name()) || !note.signedBy(book)) {
        throw new WitnessRefusedException("The head is not signed by this book.");
      }
      List<VerifierKey> witnesses = keys.stream().filter(note::signedBy).toList();
      if (witnesses.isEmpty()) {
        throw new WitnessRefusedException("No known witness has countersigned the head.");
      }
      return new SignedNote(
          note.text(),
          Stream.concat(Stream.of(book), witnesses.stream())
              .map(key -> note.signatures().stream().filter(key::claims).findFirst().orElseThrow())
              .toList());
    } catch (NoteException e) {
      throw new WitnessRefusedException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void keep(Connection connection, long size, SignedNote note) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into ledger.seal_countersigned (size, note) values (?, ?)"
                + " on conflict do nothing")) {
      statement.setLong(1, size);
      statement.setString(2, note.toString());
      statement.executeUpdate();
    }
  }
}
