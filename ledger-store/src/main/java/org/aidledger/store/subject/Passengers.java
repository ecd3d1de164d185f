package org.aidledger.store.subject;

import java.util.List;

/** What goes to the tables with one transaction. */
record Passengers(List<NewSubject> subjects, List<Link> links) {

  static final Passengers NONE = new Passengers(List.of(), List.of());

  boolean isEmpty() {
    return subjects.isEmpty() && links.isEmpty();
  }
}
