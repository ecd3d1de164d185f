package org.aidledger.core.period;

/** What becomes of entries whose effective date 业务日期 lies in a closed period. */
public enum LateEntries {
  /** They are refused; whoever must record them has the period reopened. */
  REFUSED,
  /** They are booked in the first open period and keep their effective date. */
  NEXT_PERIOD
}
