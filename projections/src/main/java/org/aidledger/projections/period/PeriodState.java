package org.aidledger.projections.period;

/** Where a period stands. */
public enum PeriodState {
  /** It takes entries. */
  OPEN,
  /** It takes entries; one person closed it, and a second has not confirmed yet. */
  CLOSING,
  /** It takes no entries. */
  CLOSED,
  /** It takes no entries; one person asked to reopen it, and a second has not confirmed yet. */
  REOPENING
}
