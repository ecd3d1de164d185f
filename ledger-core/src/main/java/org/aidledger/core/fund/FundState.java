package org.aidledger.core.fund;

/** Whether a fund takes new entries. */
public enum FundState {
  OPEN,
  FROZEN,
  CLOSED
}
