package org.aidledger.evidence.note;

import java.util.List;
import java.util.stream.Stream;
import org.aidledger.evidence.merkle.Hash;

/**
 * The head of the tree at a size (C2SP tlog-checkpoint).
 *
 * @param origin which book this is
 * @param size leaves, which is the number of events
 * @param root over all of them
 */
public record Checkpoint(String origin, long size, Hash root) {

  /** Checks the origin and the size. */
  public Checkpoint {
    NoteText.name(origin);
    if (size < 0) {
      throw new NoteException("The size of a tree is not negative.");
    }
  }

  /**
   * Reads the text of a note; lines after the third are refused, because nobody could audit them.
   *
   * @throws NoteException if the text is no checkpoint
   */
  public static Checkpoint of(SignedNote note) {
    List<String> lines = note.text().lines().toList();
    if (lines.size() != 3 || !lines.get(1).matches("0|[1-9][0-9]{0,18}")) {
      throw new NoteException("The note is no checkpoint of three lines.");
    }
    Checkpoint checkpoint;
    try {
      checkpoint =
          new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), Hash.parse(lines.get(2)));
    } catch (IllegalArgumentException e) {
      NoteException broken = new NoteException("The checkpoint has a size or root out of form.");
      broken.initCause(e);
      throw broken;
    }
    if (!checkpoint.text().equals(note.text())) {
      throw new NoteException("The note is no checkpoint of three lines.");
    }
    return checkpoint;
  }

  /** The text to be signed. */
  public String text() {
    return String.join(
        "", Stream.of(origin, Long.toString(size), root.toString()).map(s -> s + "\n").toList());
  }
}
