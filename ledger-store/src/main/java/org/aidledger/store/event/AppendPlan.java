package org.aidledger.store.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aidledger.store.event.Outcome.Collided;
import org.aidledger.store.event.Outcome.Landed;
import org.jspecify.annotations.Nullable;

/**
 * Decides which units of one transaction may go in: a unit that collides with the book, or with an
 * earlier unit of the same transaction, stays out alone and whole.
 */
final class AppendPlan {

  private final List<List<EventRow>> units;
  private final List<@Nullable EventKey> collisions = new ArrayList<>();
  private final List<EventRow> rows = new ArrayList<>();

  /**
   * Plans an append.
   *
   * @param units the events of each unit, in the order of arrival
   * @param inTheBook keys that are known to be stored already
   */
  AppendPlan(List<List<EventRow>> units, Set<EventKey> inTheBook) {
    this.units = units;
    Set<EventKey> taken = new HashSet<>(inTheBook);
    for (List<EventRow> unit : units) {
      EventKey collision = collision(unit, taken);
      collisions.add(collision);
      if (collision == null) {
        rows.addAll(unit);
      }
    }
  }

  /** The events to append, in order. */
  List<EventRow> rows() {
    return rows;
  }

  /** The outcome of every unit, once {@link #rows} were committed. */
  List<Outcome> outcomes(Head head) {
    List<Outcome> outcomes = new ArrayList<>(units.size());
    long position = head.position();
    for (int i = 0; i < units.size(); i++) {
      EventKey collision = collisions.get(i);
      if (collision == null) {
        int count = units.get(i).size();
        outcomes.add(new Landed(new Appended(position, count, head.recordedAt())));
        position += count;
      } else {
        outcomes.add(new Collided(collision));
      }
    }
    return outcomes;
  }

  /**
   * Takes the unit's places if all are free; otherwise names the telling collision and takes none.
   */
  private static @Nullable EventKey collision(List<EventRow> unit, Set<EventKey> taken) {
    EventKey found = null;
    Set<EventKey> own = HashSet.newHashSet(unit.size());
    for (EventRow row : unit) {
      EventKey key = row.key();
      if ((taken.contains(key) || !own.add(key)) && (found == null || key.sequence() == 0)) {
        found = key;
      }
    }
    if (found == null) {
      taken.addAll(own);
    }
    return found;
  }

  /**
   * The first position of a transaction and the recorded time of its events.
   *
   * @param position the position of its first event
   */
  record Head(long position, Instant recordedAt) {}
}
