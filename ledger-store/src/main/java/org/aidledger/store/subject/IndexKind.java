package org.aidledger.store.subject;

/** By what a person may be recognised; the number is stored and never changes. */
public enum IndexKind {
  IDENTITY(1),
  STAFF_IN_UNIT(2),
  /** For a search; a telephone alone identifies only who gave no name, for families share one. */
  PHONE(3),
  PHONE_AND_NAME(4),
  /** For a search only: a name alone never makes two people one. */
  FULL_NAME(5),
  /** For auditors only: several people may share an account, and one may have several. */
  BANK_ACCOUNT(6);

  private final short number;

  IndexKind(int number) {
    this.number = (short) number;
  }

  /** Whether somebody may be recognised by this alone. */
  boolean identifies() {
    return this != FULL_NAME && this != BANK_ACCOUNT;
  }

  short number() {
    return number;
  }

  static IndexKind of(short number) {
    return values()[number - 1];
  }
}
