package org.aidledger.projections.history;

import java.util.List;
import org.aidledger.projections.RecordedEvent;

/**
 * A legal history of the book.
 *
 * @param seed what makes it again
 * @param ends how many events there are after each append
 */
public record History(long seed, List<RecordedEvent> events, List<Integer> ends) {

  /** Makes a history, and says on standard output which one. */
  public static History of(long seed, int appends) {
    System.out.println("history of seed " + seed);
    return new HistoryGenerator(seed).generate(appends);
  }

  /** The first events only, cut at the end of an append. */
  public History until(int events) {
    return new History(
        seed, this.events.subList(0, events), ends.stream().filter(end -> end <= events).toList());
  }

  /** The position of the last event. */
  public long head() {
    return events.size() - 1L;
  }
}
