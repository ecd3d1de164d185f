package org.aidledger.projections.history;

import java.util.List;
import org.aidledger.core.fund.DetailDigest;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.fund.event.DonationsPosted;
import org.aidledger.core.fund.event.EntriesPosted;

/** What the generator must know of a fund to keep its history legal. */
final class FundState {

  final String id;
  final EventLog log;
  long available;
  long reserved;
  long lastEntry;
  boolean openingSet;
  boolean frozen;
  boolean closed;
  boolean published;

  FundState(String id, EventLog log) {
    this.id = id;
    this.log = log;
  }

  boolean isOpen() {
    return !frozen && !closed;
  }

  boolean allows(Movement movement, long total) {
    return available + movement.onAvailable(total) >= 0;
  }

  /** Posts a control total and answers the first entry number of its details. */
  long post(String actor, Movement movement, List<String> details, long total) {
    long first = lastEntry + 1;
    String digest = DetailDigest.of(details);
    log.add(
        "Fund",
        id,
        actor,
        movement == Movement.DONATION
            ? new DonationsPosted(id, first, details.size(), total, digest)
            : new EntriesPosted(id, movement, first, details.size(), total, digest));
    lastEntry += details.size();
    available += movement.onAvailable(total);
    reserved += movement.onReserved(total);
    return first;
  }
}
