package org.aidledger.api.imports;

/** What is to become, or became, of one line of a file. */
public enum LineStatus {
  /** To be recorded; recorded once the posting has passed the line. */
  NEW,
  /** Recorded by this import. Never stored: a NEW line that the posting has passed. */
  RECORDED,
  /** In the book already, with the same content. */
  ALREADY_RECORDED,
  /** In the book already with other content; a correction is proposed. */
  CHANGED,
  /** Recorded as part of another line of the same person and day. */
  SUMMED,
  /** Bad, or refused by a rule; its code says why. */
  REFUSED,
  /** Not an incoming line of a bank statement, a repetition, or left out on demand. */
  SKIPPED
}
