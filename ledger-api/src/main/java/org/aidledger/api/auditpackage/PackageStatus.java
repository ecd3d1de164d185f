package org.aidledger.api.auditpackage;

import org.jspecify.annotations.Nullable;

/**
 * How far a package is.
 *
 * @param order what was asked for
 * @param progress hundredths that are done
 * @param bytes size of the finished file; null before
 */
public record PackageStatus(PackageOrder order, State state, int progress, @Nullable Long bytes) {

  /** Where it stands. */
  public enum State {
    WAITING,
    RUNNING,
    READY,
    FAILED
  }
}
