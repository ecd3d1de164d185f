package org.aidledger.api.imports;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * One process's hold on an import. Every step notes its progress here and learns whether to go on.
 *
 * @param stopping whether this process is going down
 */
record Work(
    ImportLeases leases, long number, String owner, Duration lease, BooleanSupplier stopping) {

  /**
   * Asks whether to go on.
   *
   * @throws WorkStopped if the work is to end here
   */
  void check() {
    if (stopping.getAsBoolean()) {
      throw new WorkStopped(false);
    }
    leases.check(number, owner);
  }

  /** Gives the import back, not to be taken on before a while. */
  void putOff(Duration pause) {
    leases.putOff(number, owner, pause);
  }

  /**
   * Notes progress.
   *
   * @throws WorkStopped if the work is to end here
   */
  void progress(long done, long of) {
    if (stopping.getAsBoolean()) {
      throw new WorkStopped(false);
    }
    leases.progress(number, owner, lease, done, of);
  }
}
