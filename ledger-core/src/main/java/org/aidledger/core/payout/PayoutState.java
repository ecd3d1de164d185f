package org.aidledger.core.payout;

/** Where a payout stands. */
public enum PayoutState {
  REQUESTED,
  APPROVED,
  REJECTED,
  PAID,
  RETURNED,
  CANCELLED
}
