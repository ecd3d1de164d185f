package org.aidledger.api.imports;

/** What to do with lines of one person and day that differ in their amounts. */
public enum Duplicates {
  /** Each is a donation of its own, numbered by amount, so that their order does not matter. */
  KEEP,
  /** Together they are one donation. */
  SUM,
  /** None of them is recorded. */
  LEAVE_OUT
}
