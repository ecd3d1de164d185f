package org.aidledger.evidence.note;

/** A note is not in its form, or a signature on it is not genuine. */
public final class NoteException extends RuntimeException {

  /** Says what is wrong, without repeating the note. */
  public NoteException(String message) {
    super(message);
  }
}
