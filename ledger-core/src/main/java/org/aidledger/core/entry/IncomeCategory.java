package org.aidledger.core.entry;

/** Income that is not a donation. */
public enum IncomeCategory {
  /** 银行利息. */
  BANK_INTEREST,
  /** 上级补助. */
  SUPERIOR_SUBSIDY,
  OTHER_INCOME
}
