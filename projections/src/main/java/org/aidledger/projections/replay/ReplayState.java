package org.aidledger.projections.replay;

/** Where a replay stands. */
public enum ReplayState {
  RUNNING,
  COMPLETED,
  FAILED
}
