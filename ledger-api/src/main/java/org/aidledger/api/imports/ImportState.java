package org.aidledger.api.imports;

/** Whether an import is being worked on, and how it ended. */
public enum ImportState {
  RUNNING,
  COMPLETED,
  FAILED,
  CANCELLED
}
