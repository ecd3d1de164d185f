package org.aidledger.projections.exception;

/** What is looked for; the names are stable. */
public enum ExceptionKind {
  /** 同一账号不同姓名: one bank account was paid under several names. */
  SHARED_ACCOUNT,
  /** 重复救助: one person was aided more than once in the period. */
  REPEATED_AID,
  /** 拆分发放: payouts of one person, none above the threshold, together above it. */
  SPLIT_PAYOUTS,
  /** 非工作时间入账: recorded on a weekend or at night. */
  OFF_HOURS,
  /** 本人受益: who asked, approved or paid bears the name of the payee. */
  SELF_DEALING,
  /** 断号: entry numbers of a fund are missing. */
  GAP,
  /** 首位数偏离: the first digits of a channel's donations are unlike Benford's. */
  BENFORD
}
