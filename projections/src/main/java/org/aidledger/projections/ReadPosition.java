package org.aidledger.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * How far the live read models are, so that whoever wrote something can wait until it shows. Learns
 * of this process's own progress at once, and of another's by asking the database.
 */
public final class ReadPosition {

  private static final long POLL_NANOS = Duration.ofMillis(10).toNanos();

  private final DataSource dataSource;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile long known = -1;
  private boolean polling;
  private long nextPoll = System.nanoTime();

  public ReadPosition(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The last position of which this process knows that the live read models have applied it. */
  public long known() {
    return known;
  }

  /** Says that a transaction was committed which brought the read models to this position. */
  public void reached(long position) {
    lock.lock();
    try {
      known = Math.max(known, position);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the live read models have applied a position.
   *
   * @return whether they have; false when the time is up or the thread was interrupted
   */
  public boolean await(long position, Duration atMost) {
    if (known >= position) {
      return true;
    }
    long deadline = System.nanoTime() + atMost.toNanos();
    lock.lock();
    try {
      while (known < position) {
        if (mayPoll()) {
          poll();
          continue;
        }
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        changed.await(Math.min(left, POLL_NANOS), TimeUnit.NANOSECONDS);
      }
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** The position that the live read models have applied, asked of the database. */
  public long current() {
    try (Connection connection = dataSource.getConnection()) {
      return ReadModelSchema.position(connection, ReadSchema.LIVE);
    } catch (SQLException failure) {
      throw new DataAccessResourceFailureException("the read models do not answer", failure);
    }
  }

  /** However many wait, only one asks the database at a time, and not too often. */
  private boolean mayPoll() {
    return !polling && nextPoll - System.nanoTime() <= 0;
  }

  private void poll() {
    polling = true;
    lock.unlock();
    long found = known;
    try {
      found = current();
    } finally {
      lock.lock();
      polling = false;
      nextPoll = System.nanoTime() + POLL_NANOS;
      known = Math.max(known, found);
      changed.signalAll();
    }
  }
}
