package org.aidledger.core.fund;

/** How a fund's money stands in the accounts of the body that keeps it. */
public enum Treatment {
  /** 自有收入: the body's own income. */
  OWN_INCOME,
  /** 代管经费: entrusted money, not income. */
  ENTRUSTED,
  /** 受托代理: held as an agent for others. */
  AGENCY
}
