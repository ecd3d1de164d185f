package org.aidledger.api.imports;

/** The work on an import ends here: it was cancelled, or is another process's or a later one's. */
final class WorkStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean cancelled;

  WorkStopped(boolean cancelled) {
    super("stopped", null, false, false);
    this.cancelled = cancelled;
  }

  boolean cancelled() {
    return cancelled;
  }
}
