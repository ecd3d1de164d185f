package org.aidledger.store.subject;

import java.util.List;

/**
 * What goes to the tables with one transaction.
 *
 * @param perhapsThere whether some of the people may be there already, because a transaction that
 *     carried them ended in nobody knows what
 */
record Passengers(List<NewSubject> subjects, List<Link> links, boolean perhapsThere) {

  static final Passengers NONE = new Passengers(List.of(), List.of(), false);

  boolean isEmpty() {
    return subjects.isEmpty() && links.isEmpty();
  }
}
