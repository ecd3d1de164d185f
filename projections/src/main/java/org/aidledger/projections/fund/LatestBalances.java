package org.aidledger.projections.fund;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.aidledger.projections.Figures;
import org.aidledger.projections.ReadPosition;

/**
 * The balances of funds as the last transaction of this process left them, in memory: what a fund
 * has now is asked more often than anything else, and in a crowd the way to the database and back
 * takes longer than all the rest of an answer. For a process that alone follows the book.
 *
 * <p>Nobody relies on finding a balance here. A fund that does not move is read from the table once
 * a second, so that a repair by another program, or a commit whose answer was lost, shows soon; and
 * where a transaction is missing between what is here and what comes, everything is forgotten.
 */
public final class LatestBalances {

  /** So many funds are some megabytes. */
  private static final int MOST = 10_000;

  private static final long LIFETIME_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** No transaction begins here. */
  private static final long NOTHING = Long.MIN_VALUE;

  private final ReadPosition reading;
  private final LongSupplier nanoClock;
  private final Map<UUID, Kept> funds = new HashMap<>();
  private long position = NOTHING;

  /**
   * What one fund has.
   *
   * @param figures in minor units
   */
  public record Latest(String currency, Figures figures) {}

  private record Kept(Latest latest, long nanos) {}

  /**
   * Holds nothing yet.
   *
   * @param reading knows when the table is ahead of what is here
   */
  public LatestBalances(ReadPosition reading) {
    this(reading, System::nanoTime);
  }

  LatestBalances(ReadPosition reading, LongSupplier nanoClock) {
    this.reading = reading;
    this.nanoClock = nanoClock;
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
    long now = nanoClock.getAsLong();
    moved.forEach((fund, latest) -> funds.put(fund, new Kept(latest, now)));
  }

  /** The balance, if it is here, young, and nobody has seen the table ahead of it. */
  synchronized Optional<Balance> find(UUID fund) {
    Kept kept = funds.get(fund);
    if (kept == null
        || nanoClock.getAsLong() - kept.nanos() >= LIFETIME_NANOS
        || position < reading.known()) {
      return Optional.empty();
    }
    Latest latest = kept.latest();
    return Optional.of(new Balance(fund.toString(), latest.currency(), latest.figures(), position));
  }

  /** Keeps what was read from the table, unless a transaction was committed meanwhile. */
  synchronized void keep(UUID fund, Balance balance) {
    if (position == NOTHING) {
      position = balance.position();
    }
    boolean room = funds.size() < MOST || funds.containsKey(fund);
    if (balance.position() == position && room) {
      Latest latest = new Latest(balance.currency(), balance.figures());
      funds.put(fund, new Kept(latest, nanoClock.getAsLong()));
    }
  }
}
