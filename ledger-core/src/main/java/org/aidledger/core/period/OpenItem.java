package org.aidledger.core.period;

/** What can still be open when a period is to be closed: the points of the readiness list. */
public enum OpenItem {
  /** Payouts that are requested, approved or returned and not at their end. */
  PENDING_PAYOUTS(true),
  /** Files on their way into the book. */
  RUNNING_IMPORTS(false),
  /** Imports that broke off and were neither continued nor given up. */
  FAILED_IMPORTS(true),
  /** No replay has compared the read models with the events since the application started. */
  REPLAY_MISSING(true),
  /** The last replay found differences that were not mended. */
  REPLAY_DIFFERS(false),
  /** Events are not sealed yet. */
  SEAL_BEHIND(true),
  /** The book contradicts a head that an auditor countersigned, or sealing has stopped. */
  SEAL_BROKEN(false);

  private final boolean acknowledgeable;

  OpenItem(boolean acknowledgeable) {
    this.acknowledgeable = acknowledgeable;
  }

  /** Whether a period may be closed all the same, if whoever closes it says so. */
  public boolean isAcknowledgeable() {
    return acknowledgeable;
  }
}
