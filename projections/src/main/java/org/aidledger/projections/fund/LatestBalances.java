package org.aidledger.projections.fund;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.projections.Figures;
import org.aidledger.projections.ReadPosition;

/**
 * The balances of funds as the last transaction of this process left them, in memory: what a fund
 * has now is asked more often than anything else, and in a crowd the way to the database and back
 * takes longer than all the rest of an answer. For a process that alone writes the read models.
 *
 * <p>Nobody relies on finding a balance here. A fund that did not move for a while is read from the
 * table once; and where a transaction is missing between what is here and what comes, everything is
 * forgotten.
 */
public final class LatestBalances {

  /** So many funds are some megabytes. */
  private static final int MOST = 10_000;

  /** No transaction begins here. */
  private static final long NOTHING = Long.MIN_VALUE;

  private final ReadPosition reading;
  private final Map<UUID, Latest> funds = new HashMap<>();
  private long position = NOTHING;
  private long forgotten;

  /**
   * What one fund has.
   *
   * @param figures in minor units
   */
  public record Latest(String currency, Figures figures) {}

  /**
   * Holds nothing yet.
   *
   * @param reading knows when the table is ahead of what is here
   */
  public LatestBalances(ReadPosition reading) {
    this.reading = reading;
  }

  /**
   * Says that a transaction was committed.
   *
   * @param before the position at which it found the read models
   * @param after the position to which it brought them
   * @param moved all funds whose figures it may have changed
   */
  public synchronized void committed(long before, long after, Map<UUID, Latest> moved) {
    if (before != position || funds.size() + moved.size() > MOST) {
      funds.clear();
    }
    position = after;
    funds.putAll(moved);
  }

  /** Says that a transaction failed, or that nobody knows whether it was committed. */
  public synchronized void forget() {
    funds.clear();
    position = NOTHING;
    forgotten++;
  }

  /** The balance, if it is here and nobody has seen the table ahead of it. */
  synchronized Optional<Balance> find(UUID fund) {
    Latest latest = funds.get(fund);
    return latest == null || position < reading.known()
        ? Optional.empty()
        : Optional.of(new Balance(fund.toString(), latest.currency(), latest.figures(), position));
  }

  /** Must come before the reading whose answer {@link #keep} is given. */
  synchronized long beginReading() {
    return forgotten;
  }

  /** Keeps what was read from the table, unless that changed or may have changed meanwhile. */
  synchronized void keep(long begun, UUID fund, Balance balance) {
    if (begun != forgotten) {
      return;
    }
    if (position == NOTHING) {
      position = balance.position();
    }
    if (balance.position() == position && funds.size() < MOST) {
      funds.put(fund, new Latest(balance.currency(), balance.figures()));
    }
  }
}
