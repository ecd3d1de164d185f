package org.aidledger.projections.replay;

/** Another replay runs, here or on another node; only one can at a time. */
public final class ReplayInProgress extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ReplayInProgress() {
    super("another replay is in progress");
  }
}
