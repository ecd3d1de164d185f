package org.aidledger.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteException;
import org.aidledger.evidence.note.SignatureKind;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.evidence.note.VerifierKey;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Fact;
import org.aidledger.verifier.report.Note;
import org.aidledger.verifier.report.Report;
import org.jspecify.annotations.Nullable;

/** The public keys against which signatures are checked. */
final class Keys {

  private final @Nullable VerifierKey book;
  private final List<VerifierKey> witnesses;
  private final Report report;

  private Keys(@Nullable VerifierKey book, List<VerifierKey> witnesses, Report report) {
    this.book = book;
    this.witnesses = witnesses;
    this.report = report;
  }

  /**
   * Takes the keys that were given; where none is given for the book, the one in the file.
   *
   * @param inFile what the file says its key is; null if it says nothing
   */
  static Keys of(List<VerifierKey> given, @Nullable String inFile, Report report) {
    List<VerifierKey> witnesses =
        given.stream().filter(key -> key.kind() == SignatureKind.COSIGNATURE).toList();
    Optional<VerifierKey> confirmed =
        given.stream().filter(key -> key.kind() == SignatureKind.ED25519).findFirst();
    VerifierKey stated = stated(inFile, report);
    VerifierKey book = confirmed.orElse(stated);
    if (book == null) {
      report.findings().add(Code.KEY_MISSING);
    } else {
      report.fact(Fact.PUBLIC_KEY, book);
      if (confirmed.isEmpty()) {
        report.note(Note.KEY_NOT_CONFIRMED);
      } else if (stated != null && !stated.equals(book)) {
        report.findings().add(Code.KEY_DIFFERS, "stated", stated, "given", book);
      }
    }
    return new Keys(book, witnesses, report);
  }

  private static @Nullable VerifierKey stated(@Nullable String inFile, Report report) {
    if (inFile == null) {
      return null;
    }
    try {
      return VerifierKey.parse(inFile);
    } catch (NoteException e) {
      report.findings().add(Code.MANIFEST_UNREADABLE, "what", "publicKey");
      return null;
    }
  }

  /** Whether the book has signed a note. */
  boolean signed(SignedNote note) {
    try {
      return book != null && note.signedBy(book);
    } catch (NoteException notGenuine) {
      return false;
    }
  }

  /**
   * Reads a checkpoint and checks its signatures.
   *
   * @param where it was found, for the report
   */
  Optional<Checkpoint> checkpoint(String text, String where) {
    try {
      SignedNote note = SignedNote.parse(text);
      Checkpoint checkpoint = Checkpoint.of(note);
      if (!signed(note) || book == null || !checkpoint.origin().equals(book.name())) {
        report.findings().add(Code.CHECKPOINT_SIGNATURE, "where", where);
      }
      requireWitnesses(note, where);
      return Optional.of(checkpoint);
    } catch (NoteException e) {
      report.findings().add(Code.CHECKPOINT_UNREADABLE, "where", where);
      return Optional.empty();
    }
  }

  /** Which of the given witnesses have countersigned a checkpoint. */
  List<String> countersigners(String text) {
    List<String> names = new ArrayList<>();
    try {
      SignedNote note = SignedNote.parse(text);
      for (VerifierKey witness : witnesses) {
        if (note.signedBy(witness)) {
          names.add(witness.name());
        }
      }
    } catch (NoteException notGenuine) {
      return List.of();
    }
    return names;
  }

  private void requireWitnesses(SignedNote note, String where) {
    for (VerifierKey witness : witnesses) {
      try {
        var _ = note.signedBy(witness);
      } catch (NoteException notGenuine) {
        report.findings().add(Code.COUNTERSIGNATURE, "where", where, "key", witness.name());
      }
    }
  }

  /** Says what the signatures on the head are worth. */
  void describeHead(String text) {
    List<String> names = countersigners(text);
    long others = text.lines().filter(line -> line.startsWith("\u2014 ")).count() - 1;
    if (!names.isEmpty()) {
      report.fact(Fact.COUNTERSIGNED, String.join(" ", names));
    } else if (others > 0) {
      report.note(Note.WITNESS_NOT_CHECKED);
    } else {
      report.note(Note.NOT_COUNTERSIGNED);
    }
  }
}
