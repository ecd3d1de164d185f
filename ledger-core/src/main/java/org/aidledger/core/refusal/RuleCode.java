package org.aidledger.core.refusal;

/**
 * Every rule that can refuse a command, each with one stable code that API, pages, events and tests
 * share.
 *
 * <p>The order is the order of precedence: when several rules are broken, the first is named. First
 * come the role and the order as it was given, then the donation, payout or account that it is
 * about, then the person who gives it, then whether the fund takes entries, and last the money.
 */
public enum RuleCode {
  /** The account's role does not allow this. */
  ROLE_MISSING,
  /** Both sides of a transfer are the same fund. */
  SAME_FUND,
  /** The funds of a transfer belong to different organisations. */
  ORGANISATION_MISMATCH,
  /** Another fund of the organisation has this code. */
  FUND_CODE_TAKEN,
  /** The same reference was recorded before with other content. */
  REFERENCE_CONFLICT,
  /** A fund has one opening balance. */
  OPENING_ALREADY_SET,
  /** The name is taken by another account. */
  USERNAME_TAKEN,
  /** The amount is in another currency than the fund. */
  CURRENCY_MISMATCH,
  /** A refund belongs to a donation of the same fund; aid belongs to none. */
  REFUND_WITHOUT_DONATION,
  /** The proposed change is not there or no longer waits. */
  CHANGE_NOT_PENDING,
  /** The period is closed already, or is not closed. */
  PERIOD_STATE,
  /** Periods are closed one after the other and reopened from the last. */
  PERIOD_OUT_OF_ORDER,
  /** A period is closed only when its last day has passed. */
  PERIOD_NOT_OVER,
  /** Something on the readiness list is open and was not acknowledged, or cannot be. */
  PERIOD_NOT_READY,
  /** The donation was reversed before. */
  DONATION_REVERSED,
  /** The donation was corrected since the correction at hand was proposed. */
  DONATION_CHANGED,
  /** The entry was reversed before. */
  ENTRY_REVERSED,
  /** The correction changes nothing. */
  NOTHING_CHANGED,
  /** The donation has a refund that is under way or paid. */
  DONATION_REFUNDED,
  /** A refund cannot exceed what is left of its donation. */
  REFUND_EXCEEDS_DONATION,
  /** The payout belongs to a batch, which is approved as one. */
  PART_OF_BATCH,
  /** The payout's state does not allow this. */
  PAYOUT_STATE,
  /** The money came back before it was paid. */
  RETURN_BEFORE_PAYMENT,
  /** The account is disabled. */
  ACCOUNT_DISABLED,
  /** The roles exclude each other. */
  ROLE_CONFLICT,
  /** The person's key is destroyed already. */
  KEY_DESTROYED,
  /** Nobody asked for this key's destruction. */
  KEY_DESTRUCTION_NOT_PENDING,
  /** The finding's state does not allow this: closing before an answer, answering when closed. */
  FINDING_STATE,
  /** The recorder cannot correct or reverse their own entry. */
  SELF_CORRECTION,
  /** Nobody approves or rejects their own request. */
  SELF_APPROVAL,
  /** The second person must be another person. */
  SELF_CONFIRMATION,
  /** The payer must be a third person, neither requester nor approver. */
  PAYER_NOT_THIRD_PERSON,
  /** Nobody gives a role to themselves. */
  SELF_GRANT,
  /** The last administrator cannot be removed. */
  LAST_ADMIN,
  /** The fund is frozen: nothing new is recorded in it. */
  FUND_FROZEN,
  /** The fund is closed for good. */
  FUND_CLOSED,
  /** The effective date lies in a closed period 会计期间已结账. */
  PERIOD_CLOSED,
  /** The fund's state does not allow this: unfreezing an open fund, freezing a frozen one. */
  FUND_STATE,
  /** A fund is closed only at zero, or with a successor for the rest. */
  FUND_NOT_EMPTY,
  /** The available money would fall below zero. */
  INSUFFICIENT_FUNDS,
  /** The fund's figures would exceed what the book can hold. */
  FIGURE_TOO_LARGE
}
