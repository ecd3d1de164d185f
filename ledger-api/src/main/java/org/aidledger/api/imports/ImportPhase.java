package org.aidledger.api.imports;

/** How far an import has come. */
public enum ImportPhase {
  /** The file is read and compared with the book; nothing is recorded. */
  CHECKING,
  /** The dry run is over and waits for somebody to post it. */
  CHECKED,
  /** It is to be posted after another import into the same fund. */
  WAITING,
  /** Its lines go into the book. */
  POSTING,
  /** Every line is recorded or listed. */
  POSTED
}
