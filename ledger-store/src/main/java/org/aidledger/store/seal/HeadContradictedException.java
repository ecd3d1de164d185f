package org.aidledger.store.seal;

/**
 * The book is not the one that a witness has countersigned: it was rewritten, or an old copy of it
 * was put back. Nothing is signed or presented until somebody has found out why.
 */
public final class HeadContradictedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long countersigned;
  private final long sealed;

  HeadContradictedException(long countersigned, long sealed) {
    super(
        "The sealed book of "
            + sealed
            + " events contradicts the head of "
            + countersigned
            + " events that a witness has countersigned: it was rewritten, or an old copy of it was"
            + " put back. No head is signed or presented.");
    this.countersigned = countersigned;
    this.sealed = sealed;
  }

  /** Events under the head that was countersigned. */
  public long countersigned() {
    return countersigned;
  }

  /** Events under the head that the book has now. */
  public long sealed() {
    return sealed;
  }
}
