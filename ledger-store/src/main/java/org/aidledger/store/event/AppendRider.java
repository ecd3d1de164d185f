package org.aidledger.store.event;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Rows that must be durable together with the events that speak of them. Whatever waits when a unit
 * is appended rides with it or before it. Each {@link #ride}, even one that throws, is followed by
 * either {@link #committed} or {@link #rolledBack} on the same thread, before the next one.
 */
public interface AppendRider {

  /** Whether anything waits for a ride; without, the lane spares itself a round trip. */
  boolean waiting();

  /**
   * Writes whatever waits, at once or in the prelude of the append; must leave the transaction
   * open, and may find nothing to do.
   */
  void ride(Connection connection, Prelude prelude) throws SQLException;

  /** What was written by the last {@link #ride} is durable. */
  void committed();

  /**
   * The transaction of the last {@link #ride} failed. If the connection broke while committing, the
   * rows may be there all the same, so writing them again must do no harm.
   */
  void rolledBack();
}
