package org.aidledger.core.donation;

/** The way by which a donation's money came. */
public enum Channel {
  BANK_TRANSFER,
  CASH,
  PAYROLL,
  WECHAT,
  ALIPAY
}
