package org.aidledger.evidence.note;

import java.util.ArrayList;
import java.util.List;

/**
 * A text and who signed it (C2SP signed-note).
 *
 * @param text ends with a newline
 * @param signatures genuine or not; only {@link #signedBy} tells
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

  /** More characters are not read: a checkpoint with sixteen countersignatures has 3,000. */
  public static final int MOST_CHARACTERS = 65_536;

  private static final int MOST_SIGNATURES = 100;

  /** Checks the form of the text and keeps a copy of the list. */
  public SignedNote {
    if (!text.endsWith("\n") || text.codePoints().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new NoteException("The text of a note is of printable lines, each with its newline.");
    }
    signatures = List.copyOf(signatures);
  }

  /**
   * Reads a note.
   *
   * @throws NoteException if it is not in its form
   */
  public static SignedNote parse(String note) {
    if (note.length() > MOST_CHARACTERS) {
      throw new NoteException("The note is too long.");
    }
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n")) {
      throw new NoteException("A note is a text, a blank line and signatures.");
    }
    List<String> lines = note.substring(blank + 2).lines().toList();
    if (lines.isEmpty() || lines.size() > MOST_SIGNATURES) {
      throw new NoteException("A note has between 1 and " + MOST_SIGNATURES + " signatures.");
    }
    SignedNote parsed =
        new SignedNote(
            note.substring(0, blank + 1), lines.stream().map(NoteSignature::parse).toList());
    if (!parsed.toString().equals(note)) {
      throw new NoteException("The note is not in its form.");
    }
    return parsed;
  }

  /**
   * Whether a key has signed this note.
   *
   * @throws NoteException if a signature says that it was made with this key, and was not
   */
  public boolean signedBy(VerifierKey key) {
    boolean signed = false;
    for (NoteSignature signature : signatures) {
      if (key.claims(signature)) {
        if (!key.verifies(text, signature)) {
          throw new NoteException("A signature in the name of " + key.name() + " is not genuine.");
        }
        signed = true;
      }
    }
    return signed;
  }

  /** The same note with one more signature. */
  public SignedNote with(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /** The note as {@link #parse} reads it. */
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    for (NoteSignature signature : signatures) {
      note.append(signature.line()).append('\n');
    }
    return note.toString();
  }
}
