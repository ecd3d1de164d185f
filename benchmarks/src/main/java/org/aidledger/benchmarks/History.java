package org.aidledger.benchmarks;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.aidledger.api.admission.QueueFull;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.core.fund.FundId;

/**
 * Donations in batches of 1,000, as the API takes them: the way to a long history that leaves out
 * nothing. Every person is sealed, every line has its own event, every batch its control total.
 */
final class History {

  static final int BATCH = 1_000;

  /** While one batch is written, the people of the next are looked up and sealed. */
  static final int IN_FLIGHT = 4;

  private static final long TURNED_AWAY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private History() {}

  /**
   * Records the donations {@code from} to {@code to}, the last not included, into one fund.
   *
   * @return the outcome, counted in batches
   */
  static InFlight.Outcome record(BenchLedger ledger, FundId fund, int from, int to)
      throws InterruptedException {
    DonationDesk desk = ledger.bean(DonationDesk.class);
    int batches = Math.ceilDiv(to - from, BATCH);
    return InFlight.send(
        IN_FLIGHT,
        0,
        batches,
        batch -> {
          int first = from + batch * BATCH;
          whenThereIsRoom(() -> ledger.record(desk, fund, first, Math.min(first + BATCH, to)));
        });
  }

  /** How many donations make the book so many events long; a thousand are a thousand and one. */
  static int missing(BenchLedger ledger, int events) throws SQLException {
    long missing = Math.max(0, events - ledger.head() - 1);
    return Math.toIntExact(missing * BATCH / (BATCH + 1));
  }

  /** The bound of the queue follows the speed, and lets in one or two batches before it knows. */
  private static void whenThereIsRoom(Runnable batch) {
    while (true) {
      try {
        batch.run();
        return;
      } catch (QueueFull full) {
        LockSupport.parkNanos(TURNED_AWAY_NANOS);
      }
    }
  }
}
