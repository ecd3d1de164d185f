package org.aidledger.core.payout;

/** Why money goes out. */
public enum PayoutKind {
  /** 发放: aid, award or subsidy. */
  AID,
  /** 退款: a donation, whole or in part, back to its donor. */
  REFUND
}
