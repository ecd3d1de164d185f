package org.aidledger.store.event;

import java.util.List;
import org.aidledger.store.event.Outcome.Landed;

/** Tells a watcher what one transaction of the lane has appended. */
final class LaneReport {

  private LaneReport() {}

  static void tell(
      LaneWatcher watcher,
      List<List<EventRow>> units,
      List<Outcome> outcomes,
      int events,
      long nanos) {
    watcher.committed(events, nanos);
    for (int i = 0; i < units.size(); i++) {
      if (outcomes.get(i) instanceof Landed) {
        tell(watcher, units.get(i));
      }
    }
  }

  /** A batch is one control total and many events of one kind, so it is told in two words. */
  private static void tell(LaneWatcher watcher, List<EventRow> unit) {
    int first = 0;
    for (int i = 1; i <= unit.size(); i++) {
      if (i == unit.size() || !unit.get(i).type().equals(unit.get(first).type())) {
        watcher.recorded(unit.get(first).type(), i - first);
        first = i;
      }
    }
  }
}
