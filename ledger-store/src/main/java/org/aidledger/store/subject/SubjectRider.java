package org.aidledger.store.subject;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.aidledger.store.event.AppendRider;
import org.aidledger.store.event.Prelude;

/**
 * How new people get from memory to the tables: with the next append, in the same transaction as
 * the first event that speaks of them, or before it on a connection of their own.
 */
final class SubjectRider implements AppendRider {

  private final DataSource dataSource;
  private final SubjectRows rows;
  private final PendingSubjects pending;

  /** Held from {@link #ride} to its end, so that two transactions do not carry the same rows. */
  private final ReentrantLock riding = new ReentrantLock();

  private Passengers aboard = Passengers.NONE;

  SubjectRider(DataSource dataSource, SubjectRows rows, PendingSubjects pending) {
    this.dataSource = dataSource;
    this.rows = rows;
    this.pending = pending;
  }

  @Override
  public boolean waiting() {
    return pending.waiting();
  }

  @Override
  public void ride(Connection connection, Prelude prelude) throws SQLException {
    board();
    if (!aboard.isEmpty()) {
      rows.insert(connection, prelude, aboard);
    }
  }

  @Override
  public void committed() {
    pending.settle(aboard);
    disembark();
  }

  @Override
  public void rolledBack() {
    pending.doubt(aboard);
    disembark();
  }

  /**
   * Makes whoever waits durable at once.
   *
   * @throws SubjectStoreException if that fails; they stay pending
   */
  void flush() {
    if (!waiting()) {
      return;
    }
    boolean stored = false;
    board();
    try {
      store(aboard);
      stored = true;
    } catch (SQLException e) {
      throw new SubjectStoreException("New subjects could not be stored.", e);
    } finally {
      if (stored) {
        committed();
      } else {
        rolledBack();
      }
    }
  }

  /**
   * Brings many people to the tables while events of others are appended. Whoever does not arrive
   * rides with the next append, whose caller hears what is wrong.
   */
  void bring(Journey journey) {
    boolean arrived = false;
    try {
      Passengers passengers = journey.passengers();
      if (!passengers.isEmpty()) {
        store(passengers);
      }
      arrived = true;
    } catch (SQLException e) {
      // Nothing is lost: they wait in memory, and no event can speak of them before they ride.
    } finally {
      pending.end(journey, arrived);
    }
  }

  private void board() {
    riding.lock();
    // Events of this transaction may speak of people whom another caller brings.
    pending.awaited().forEach(Journey::await);
    aboard = pending.passengers();
  }

  private void disembark() {
    aboard = Passengers.NONE;
    riding.unlock();
  }

  private void store(Passengers passengers) throws SQLException {
    SubjectTransaction.commit(
        dataSource,
        connection -> {
          Prelude prelude = new Prelude();
          rows.insert(connection, prelude, passengers);
          prelude.run(connection);
        });
  }
}
