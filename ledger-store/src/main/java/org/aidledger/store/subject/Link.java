package org.aidledger.store.subject;

import java.util.List;
import java.util.UUID;

/** A key by which a person may be recognised. */
record Link(UUID subject, IndexKey key) {

  /** All keys of new people, in their order. */
  static List<Link> of(List<NewSubject> people) {
    return people.stream()
        .flatMap(person -> person.keys().stream().map(key -> new Link(person.id(), key)))
        .toList();
  }
}
