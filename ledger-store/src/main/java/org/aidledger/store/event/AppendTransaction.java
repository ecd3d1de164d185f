package org.aidledger.store.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.aidledger.store.event.AppendPlan.Head;
import org.aidledger.store.event.Outcome.Failed;

/** Takes many units into the book in one transaction; used by one thread at a time. */
final class AppendTransaction {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final Head NOWHERE = new Head(-1, Instant.EPOCH);

  private final LaneConnection lane;
  private final List<AppendRider> riders;
  private final EventWriter writer = new EventWriter();

  AppendTransaction(LaneConnection lane, List<AppendRider> riders) {
    this.lane = lane;
    this.riders = riders;
  }

  /** Appends what can be appended; answers every unit, in order, and throws nothing. */
  List<Outcome> run(List<List<EventRow>> units) {
    try {
      List<Outcome> outcomes = append(lane.get(), units);
      lane.used();
      return outcomes;
    } catch (SQLException | RuntimeException e) {
      // What state the connection is in cannot be known, so the next transaction gets a new one.
      lane.drop();
      return Collections.nCopies(units.size(), new Failed(e));
    }
  }

  private List<Outcome> append(Connection connection, List<List<EventRow>> units)
      throws SQLException {
    AppendPlan hopeful = new AppendPlan(units, Set.of());
    try {
      return carryOut(connection, hopeful);
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw e;
      }
      return appendWhatFits(connection, units);
    }
  }

  private List<Outcome> carryOut(Connection connection, AppendPlan plan) throws SQLException {
    if (plan.rows().isEmpty()) {
      return plan.outcomes(NOWHERE);
    }
    boolean alone = riders.stream().noneMatch(AppendRider::waiting);
    if (alone && plan.rows().size() <= SmallInsert.MOST) {
      return plan.outcomes(SmallInsert.append(connection, plan.rows()));
    }
    connection.setAutoCommit(false);
    try {
      return carryOutWithRiders(connection, plan);
    } finally {
      endTransaction(connection);
    }
  }

  /** Some unit collides with the book: finds out which, while the lock keeps everybody else out. */
  private List<Outcome> appendWhatFits(Connection connection, List<List<EventRow>> units)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      writer.open(connection);
      List<EventRow> all = units.stream().flatMap(List::stream).toList();
      AppendPlan plan = new AppendPlan(units, writer.inTheBook(connection, all));
      return plan.rows().isEmpty() ? plan.outcomes(NOWHERE) : carryOutWithRiders(connection, plan);
    } finally {
      endTransaction(connection);
    }
  }

  private List<Outcome> carryOutWithRiders(Connection connection, AppendPlan plan)
      throws SQLException {
    List<AppendRider> aboard = new ArrayList<>();
    Prelude prelude = new Prelude();
    boolean committed = false;
    try {
      for (AppendRider rider : riders) {
        aboard.add(rider);
        rider.ride(connection, prelude);
      }
      Head head = writer.appendAndCommit(connection, prelude, plan.rows());
      committed = true;
      return plan.outcomes(head);
    } finally {
      for (AppendRider rider : aboard) {
        if (committed) {
          rider.committed();
        } else {
          rider.rolledBack();
        }
      }
    }
  }

  /** Rolls back what was not committed; costs no round trip after a commit. */
  private static void endTransaction(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }
}
