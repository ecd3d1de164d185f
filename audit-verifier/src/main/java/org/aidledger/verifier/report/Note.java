package org.aidledger.verifier.report;

/** What the reader of a report should know although nothing is wrong. */
public enum Note {
  /** The key was taken from the file itself. */
  KEY_NOT_CONFIRMED,
  /** No checkpoint from elsewhere was given. */
  NO_CHECKPOINT_GIVEN,
  /** No witness has countersigned the head. */
  NOT_COUNTERSIGNED,
  /** The head has countersignatures that nobody checked, for want of a key. */
  WITNESS_NOT_CHECKED,
  /** The package is of one fund: of others only hashes are here. */
  ONE_FUND,
  /** The package begins within the book: what was before is taken from its balances. */
  ONE_PERIOD,
  /** The package is of certain days: which events lie in them is the server's word. */
  DAYS_BY_SERVER,
  /** The package names people in clear, and no hash of the book covers clear text. */
  PEOPLE_NOT_PROVEN,
  /** A receipt says nothing of what came after its checkpoint. */
  RECEIPT_LIMIT,
  /** This is the first head that the witness countersigns: it is not compared with anything. */
  FIRST_HEAD,
  /** Where the countersigned head goes. */
  HAND_IN,
  /** What the next head is compared with must be kept. */
  KEEP_LAST_HEAD,
  /** Which half of the key goes to the operator. */
  GIVE_PUBLIC_KEY
}
