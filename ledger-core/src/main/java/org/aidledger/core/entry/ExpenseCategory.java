package org.aidledger.core.entry;

/** Expense that is not aid. */
public enum ExpenseCategory {
  /** 银行手续费. */
  BANK_FEE,
  OTHER_EXPENSE
}
