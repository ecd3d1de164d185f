package org.aidledger.verifier.report;

/** What can be wrong. The names are stable: programs may rely on them. */
public enum Code {
  /** The frame of the zip is not the one that it must have. */
  PACKAGE_DAMAGED,
  /** An entry is missing, repeated or not expected. */
  ENTRY_UNEXPECTED,
  /** The content of an entry is not what the manifest says. */
  ENTRY_CHANGED,
  /** The manifest is not in its form. */
  MANIFEST_UNREADABLE,
  /** The manifest does not fit what it describes. */
  MANIFEST_CONTRADICTED,
  /** The book has not signed this manifest. */
  MANIFEST_SIGNATURE,
  /** The book's key is not the one that was given. */
  KEY_DIFFERS,
  /** A receipt without a key, and none was given. */
  KEY_MISSING,
  /** A checkpoint is not in its form. */
  CHECKPOINT_UNREADABLE,
  /** A checkpoint is not signed by the book. */
  CHECKPOINT_SIGNATURE,
  /** A countersignature in the name of a given witness is not genuine. */
  COUNTERSIGNATURE,
  /** The events do not lead to the root of a checkpoint. */
  ROOT_DIFFERS,
  /** The checkpoint that was given cannot be compared with what this file holds. */
  CHECKPOINT_NOT_COMPARED,
  /** The receipt is not in its form. */
  RECEIPT_UNREADABLE,
  /** The receipt is none yet: the event was not sealed. */
  RECEIPT_WAITING,
  /** An event of a receipt is not under its checkpoint. */
  NOT_INCLUDED,
  /** The events of a receipt are not those of one stream from its beginning. */
  NOT_ONE_STREAM,
  /** A line of the events is not in its form. */
  EVENT_UNREADABLE,
  /** A position is missing, repeated or out of order. */
  POSITION_GAP,
  /** An event that the package should show is left out. */
  EVENT_WITHHELD,
  /** A type of event that this program does not know. */
  EVENT_TYPE_UNKNOWN,
  /** The numbers of a stream have a gap. */
  SEQUENCE_GAP,
  /** An event stands on a stream that is not its own. */
  STREAM_CONTRADICTED,
  /** The recorded times run backwards. */
  TIME_RUNS_BACK,
  /** The entry numbers of a fund have a gap. */
  ENTRY_NUMBER_GAP,
  /** A detail without a control total, or not the next one of it. */
  DETAIL_WITHOUT_CONTROL,
  /** A control total without all of its details. */
  CONTROL_WITHOUT_DETAILS,
  /** The details do not add up to the control total. */
  CONTROL_TOTAL_DIFFERS,
  /** The digest of the details is not that of the control total. */
  CONTROL_DIGEST_DIFFERS,
  /** What is available or reserved is below zero. */
  BALANCE_BELOW_ZERO,
  /** A figure is larger than the book can hold. */
  FIGURE_TOO_LARGE,
  /** A balance is not what the events add up to. */
  BALANCE_DIFFERS,
  /** A balance is missing, or is of a fund without events. */
  BALANCE_UNEXPECTED,
  /** The balances are not in their form. */
  BALANCES_UNREADABLE,
  /** An amount is in another currency than its fund. */
  CURRENCY_DIFFERS,
  /** An entry in a fund that was frozen, closed or never opened. */
  FUND_NOT_OPEN,
  /** An entry dated into a period that was closed before. */
  PERIOD_CLOSED,
  /** Funds were locked or unlocked otherwise than a closing or reopening says. */
  PERIOD_LOCKS_DIFFER,
  /** A finding was answered or closed in a state that does not allow it. */
  FINDING_STATE,
  /** A fund was closed while money was in it. */
  FUND_CLOSED_NOT_EMPTY,
  /** An event that the state of the payout does not allow. */
  PAYOUT_STATE,
  /** The amount of a payout changed on its way. */
  PAYOUT_AMOUNT,
  /** A payout went on without its approvals. */
  APPROVALS_MISSING,
  /** Somebody approved or rejected their own request. */
  SELF_APPROVAL,
  /** Somebody approved twice. */
  APPROVED_TWICE,
  /** Who paid had requested or approved. */
  PAYER_NOT_THIRD_PERSON,
  /** The name in an event is not that of the account that acted. */
  ACTOR_DIFFERS,
  /** The lines of a roster are not what the roster says. */
  ROSTER_DIFFERS,
  /** Somebody corrected or reversed what they had recorded. */
  SELF_CORRECTION,
  /** A correction or reversal does not start from what was recorded. */
  CORRECTION_DIFFERS,
  /** More was refunded than was given. */
  REFUND_EXCEEDS_DONATION,
  /** Somebody confirmed what they had proposed. */
  SELF_CONFIRMATION,
  /** Something was confirmed that nobody had proposed. */
  NOT_PROPOSED,
  /** Somebody gave a role to themselves. */
  SELF_GRANT,
  /** An account held roles that exclude each other. */
  ROLES_EXCLUDE,
  /** The head is older than the one that was countersigned last. */
  HEAD_OLDER,
  /** The head has the size of the one that was countersigned last, and another root. */
  HEAD_FORKED,
  /** The proof does not show that the head continues the one that was countersigned last. */
  HEAD_NOT_CONTINUED,
  /** No proof that the head continues the last one was given, or one between other sizes. */
  PROOF_MISSING,
  /** There is no last countersigned head, and nobody said that this is the first. */
  LAST_HEAD_MISSING,
  /** This was said to be the first head, but one was countersigned before. */
  NOT_THE_FIRST,
  /** What was countersigned last is a head of another book. */
  OTHER_BOOK,
  /** What is kept as the last countersigned head is not signed by the book. */
  LAST_HEAD_ALTERED,
  /** There is a file already where the new key should go. */
  WITNESS_KEY_EXISTS,
  /** Others than the owner may read the key of the witness. */
  WITNESS_KEY_OPEN,
  /** The name cannot be that of a key. */
  WITNESS_NAME
}
