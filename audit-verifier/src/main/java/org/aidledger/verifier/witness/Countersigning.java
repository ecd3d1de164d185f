package org.aidledger.verifier.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.aidledger.evidence.merkle.ConsistencyProof;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.Cosigner;
import org.aidledger.evidence.note.NoteException;
import org.aidledger.evidence.note.SignatureKind;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.evidence.note.VerifierKey;
import org.aidledger.verifier.event.UnreadableException;
import org.aidledger.verifier.given.GivenFile;
import org.aidledger.verifier.given.GivenUnreadableException;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Fact;
import org.aidledger.verifier.report.Findings;
import org.aidledger.verifier.report.Note;
import org.aidledger.verifier.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * Countersigns one head, if it is signed by the book and continues the one that was countersigned
 * last.
 */
final class Countersigning {

  private final CountersignOptions.Head order;
  private final Report report = new Report(Report.Kind.COUNTERSIGNATURE);
  private final Findings findings = report.findings();

  Countersigning(CountersignOptions.Head order) {
    this.order = order;
  }

  /**
   * Does it.
   *
   * @throws GivenUnreadableException if a file is not what it should be
   * @throws IOException if the outcome cannot be written
   */
  Report at(Instant now) throws IOException {
    try (WitnessKey key = WitnessKey.open(order.witnessKey())) {
      List<VerifierKey> books = bookKeys();
      SignedNote head = note(order.checkpoint());
      Checkpoint checkpoint = checkpoint(head, order.checkpoint());
      report.fact(Fact.BOOK, checkpoint.origin());
      report.fact(Fact.SIZE, checkpoint.size());
      report.fact(Fact.ROOT, checkpoint.root());
      report.fact(Fact.WITNESS, key.cosigner().publicKey().name());
      @Nullable VerifierKey book = signer(books, head, checkpoint);
      if (book == null) {
        findings.add(Code.CHECKPOINT_SIGNATURE, "where", order.checkpoint());
        return report;
      }
      requireContinued(book, checkpoint);
      if (report.genuine()) {
        write(key.cosigner(), onlyBy(book, head), now);
      }
    } catch (WitnessKey.OpenToOthersException e) {
      findings.add(Code.WITNESS_KEY_OPEN, "file", order.witnessKey());
    }
    return report;
  }

  /**
   * The last head is on disk before the countersignature leaves: a crash in between costs one more
   * run, and never a second head beside the first.
   */
  private void write(Cosigner cosigner, SignedNote head, Instant now) throws IOException {
    String countersigned = cosigner.cosign(head, now).toString();
    WholeFile.write(order.state(), countersigned);
    WholeFile.write(order.out(), countersigned);
    report.fact(Fact.FILE, order.out());
    report.note(Note.HAND_IN);
    report.note(Note.KEEP_LAST_HEAD);
  }

  private List<VerifierKey> bookKeys() {
    List<VerifierKey> books =
        new GivenFile(order.bookKeys())
            .keys().stream().filter(key -> key.kind() == SignatureKind.ED25519).toList();
    if (books.isEmpty()) {
      throw unreadable(order.bookKeys(), new NoteException("There is no key of a book in it."));
    }
    return books;
  }

  private static @Nullable VerifierKey signer(
      List<VerifierKey> books, SignedNote head, Checkpoint checkpoint) {
    try {
      for (VerifierKey book : books) {
        if (book.name().equals(checkpoint.origin()) && head.signedBy(book)) {
          return book;
        }
      }
    } catch (NoteException notGenuine) {
      return null;
    }
    return null;
  }

  private void requireContinued(VerifierKey book, Checkpoint head) {
    Path state = order.state();
    if (!Files.exists(state, LinkOption.NOFOLLOW_LINKS)) {
      if (order.first()) {
        report.note(Note.FIRST_HEAD);
      } else {
        findings.add(Code.LAST_HEAD_MISSING, "file", state);
      }
      return;
    }
    SignedNote note = note(state);
    Checkpoint last = checkpoint(note, state);
    report.fact(Fact.LAST_SIZE, last.size());
    if (order.first()) {
      findings.add(Code.NOT_THE_FIRST, "file", state);
    } else if (!last.origin().equals(head.origin())) {
      findings.add(Code.OTHER_BOOK, "file", state, "book", last.origin());
    } else if (signer(List.of(book), note, last) == null) {
      findings.add(Code.LAST_HEAD_ALTERED, "file", state);
    } else if (head.size() < last.size()) {
      findings.add(Code.HEAD_OLDER, "size", head.size(), "last", last.size());
    } else if (head.size() == last.size()) {
      if (!head.root().equals(last.root())) {
        findings.add(Code.HEAD_FORKED, "size", head.size(), "file", state);
      }
    } else {
      requireProof(last, head);
    }
  }

  private void requireProof(Checkpoint last, Checkpoint head) {
    Path file = order.proof();
    if (file == null) {
      findings.add(Code.PROOF_MISSING, "from", last.size(), "to", head.size());
      return;
    }
    ConsistencyProof proof;
    try {
      proof = ProofText.parse(new GivenFile(file).text());
    } catch (UnreadableException e) {
      throw unreadable(file, e);
    }
    if (proof.from() != last.size() || proof.to() != head.size()) {
      findings.add(Code.PROOF_MISSING, "from", last.size(), "to", head.size());
    } else if (!proof.proves(last.root(), head.root())) {
      findings.add(Code.HEAD_NOT_CONTINUED, "from", last.size(), "to", head.size());
    }
  }

  /** What others may have signed is not vouched for here. */
  private static SignedNote onlyBy(VerifierKey book, SignedNote head) {
    return new SignedNote(
        head.text(), head.signatures().stream().filter(book::claims).limit(1).toList());
  }

  private static SignedNote note(Path file) {
    try {
      return SignedNote.parse(new GivenFile(file).text());
    } catch (NoteException e) {
      throw unreadable(file, e);
    }
  }

  private static Checkpoint checkpoint(SignedNote note, Path file) {
    try {
      return Checkpoint.of(note);
    } catch (NoteException e) {
      throw unreadable(file, e);
    }
  }

  private static GivenUnreadableException unreadable(Path file, Exception cause) {
    return new GivenUnreadableException(file, cause);
  }
}
