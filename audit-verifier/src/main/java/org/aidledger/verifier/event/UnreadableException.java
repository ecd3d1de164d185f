package org.aidledger.verifier.event;

/** Something is not in the form that docs/events or docs/evidence give it. */
public final class UnreadableException extends RuntimeException {

  /** Names what is wrong; nothing of the content. */
  public UnreadableException(String what) {
    super(what);
  }
}
