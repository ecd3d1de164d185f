package org.aidledger.core.refusal;

/**
 * Every rule that can refuse a command, each with one stable code that API, pages, events and tests
 * share. The order is the order of precedence: when several rules are broken, the first is named.
 */
public enum RuleCode {
  /** The fund is frozen: nothing new is recorded in it. */
  FUND_FROZEN,
  /** The fund is closed for good. */
  FUND_CLOSED,
  /** The fund's state does not allow this: unfreezing an open fund, freezing a frozen one. */
  FUND_STATE,
  /** Another fund of the organisation has this code. */
  FUND_CODE_TAKEN,
  /** A fund is closed only at zero, or with a successor for the rest. */
  FUND_NOT_EMPTY,
  /** The proposed change is not there or no longer waits. */
  CHANGE_NOT_PENDING,
  /** Both sides of a transfer are the same fund. */
  SAME_FUND,
  /** The funds of a transfer belong to different organisations. */
  ORGANISATION_MISMATCH,
  /** The amount is in another currency than the fund. */
  CURRENCY_MISMATCH,
  /** The same reference was recorded before with other content. */
  REFERENCE_CONFLICT,
  /** A fund has one opening balance. */
  OPENING_ALREADY_SET,
  /** The donation was reversed before. */
  DONATION_REVERSED,
  /** The donation has a refund that is under way or paid. */
  DONATION_REFUNDED,
  /** The correction changes nothing. */
  NOTHING_CHANGED,
  /** A refund cannot exceed what is left of its donation. */
  REFUND_EXCEEDS_DONATION,
  /** A refund belongs to a donation of the same fund; aid belongs to none. */
  REFUND_WITHOUT_DONATION,
  /** The recorder cannot correct or reverse their own entry. */
  SELF_CORRECTION,
  /** Nobody approves or rejects their own request. */
  SELF_APPROVAL,
  /** The second person must be another person. */
  SELF_CONFIRMATION,
  /** The payer must be a third person, neither requester nor approver. */
  PAYER_NOT_THIRD_PERSON,
  /** The payout's state does not allow this. */
  PAYOUT_STATE,
  /** The payout belongs to a batch, which is approved as one. */
  PART_OF_BATCH,
  /** The money came back before it was paid. */
  RETURN_BEFORE_PAYMENT,
  /** The available money would fall below zero. */
  INSUFFICIENT_FUNDS,
  /** The fund's figures would exceed what the book can hold. */
  FIGURE_TOO_LARGE,
  /** Nobody gives a role to themselves. */
  SELF_GRANT,
  /** The roles exclude each other. */
  ROLE_CONFLICT,
  /** The name is taken by another account. */
  USERNAME_TAKEN,
  /** The account is disabled. */
  ACCOUNT_DISABLED,
  /** The last administrator cannot be removed. */
  LAST_ADMIN,
  /** The person's key is destroyed already. */
  KEY_DESTROYED,
  /** Nobody asked for this key's destruction. */
  KEY_DESTRUCTION_NOT_PENDING,
  /** The account's role does not allow this. */
  ROLE_MISSING
}
