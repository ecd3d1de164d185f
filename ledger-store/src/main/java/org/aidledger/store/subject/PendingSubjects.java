package org.aidledger.store.subject;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * People met in this process whose rows are not durable yet, or became so while somebody was
 * reading the table: what a reader could not see there it finds here. So two callers who meet one
 * person at the same moment agree on the id, without a lock around their queries.
 */
final class PendingSubjects {

  private final ReentrantLock mutex = new ReentrantLock();
  private final Map<UUID, NewSubject> waiting = new LinkedHashMap<>();
  private final Set<Link> links = new LinkedHashSet<>();
  private final Map<UUID, NewSubject> unseen = new HashMap<>();
  private final Map<IndexKey, UUID> known = new HashMap<>();
  private final ArrayDeque<Settled> settled = new ArrayDeque<>();
  private final TreeMap<Long, Integer> readers = new TreeMap<>();
  private long generation;
  private @Nullable MetDigests met;

  private record Settled(long generation, List<NewSubject> subjects) {}

  /** Announces a query on the table; must be followed by {@link #endReading}. */
  long beginReading() {
    mutex.lock();
    try {
      readers.merge(generation, 1, Integer::sum);
      return generation;
    } finally {
      mutex.unlock();
    }
  }

  /** Ends a query; whatever every other query can see in the table is forgotten here. */
  void endReading(long reading) {
    mutex.lock();
    try {
      readers.computeIfPresent(reading, (key, count) -> count == 1 ? null : count - 1);
      forgetSeen();
    } finally {
      mutex.unlock();
    }
  }

  /**
   * Gives every person an id: the one in the table, the one given out a moment ago, or a new one.
   *
   * @param people the keys of each person
   * @param found who is in the table under those keys, the oldest first
   */
  List<UUID> resolve(List<PersonKeys> people, Map<IndexKey, List<UUID>> found) {
    mutex.lock();
    try {
      return people.stream().map(person -> resolve(person, found)).toList();
    } finally {
      mutex.unlock();
    }
  }

  /**
   * Notes every digest from now on, before anybody can find it here, and those of the people who
   * are not in the table yet: what is in neither was in the table before.
   */
  void tell(MetDigests digests) {
    mutex.lock();
    try {
      met = digests;
      unseen.values().forEach(subject -> subject.keys().forEach(this::note));
      links.forEach(link -> note(link.key()));
    } finally {
      mutex.unlock();
    }
  }

  /** The salt of a person whose row may not be in the table yet. */
  Optional<byte[]> salt(UUID subject) {
    mutex.lock();
    try {
      return Optional.ofNullable(unseen.get(subject)).map(NewSubject::salt);
    } finally {
      mutex.unlock();
    }
  }

  /** Whether there is anything to be written. */
  boolean waiting() {
    mutex.lock();
    try {
      return !waiting.isEmpty() || !links.isEmpty();
    } finally {
      mutex.unlock();
    }
  }

  /** Everything that is to be written; it stays pending until {@link #settle}. */
  Passengers passengers() {
    mutex.lock();
    try {
      return waiting.isEmpty() && links.isEmpty()
          ? Passengers.NONE
          : new Passengers(List.copyOf(waiting.values()), List.copyOf(links));
    } finally {
      mutex.unlock();
    }
  }

  /** Notes that these are durable. */
  void settle(Passengers passengers) {
    mutex.lock();
    try {
      generation++;
      passengers.subjects().forEach(subject -> waiting.remove(subject.id()));
      links.removeAll(Set.copyOf(passengers.links()));
      settled.add(new Settled(generation, passengers.subjects()));
      forgetSeen();
    } finally {
      mutex.unlock();
    }
  }

  /** Forgets a person whose key is being destroyed. */
  void forget(UUID subject) {
    mutex.lock();
    try {
      waiting.remove(subject);
      links.removeIf(link -> link.subject().equals(subject));
      NewSubject gone = unseen.remove(subject);
      if (gone != null) {
        gone.keys().forEach(key -> known.remove(key, subject));
      }
    } finally {
      mutex.unlock();
    }
  }

  private UUID resolve(PersonKeys person, Map<IndexKey, List<UUID>> found) {
    IndexKey identifying = person.identifying();
    UUID subject = identifying == null ? null : idOf(identifying, found);
    if (subject == null) {
      return add(NewSubject.of(person.all()));
    }
    NewSubject pending = unseen.get(subject);
    for (IndexKey key : person.all()) {
      boolean there =
          key.kind() == IndexKind.FULL_NAME
              || found.getOrDefault(key, List.of()).contains(subject)
              || (pending != null && pending.keys().contains(key));
      if (!there) {
        note(key);
        links.add(new Link(subject, key));
      }
    }
    return subject;
  }

  private @Nullable UUID idOf(IndexKey key, Map<IndexKey, List<UUID>> found) {
    List<UUID> inTable = found.getOrDefault(key, List.of());
    return inTable.isEmpty() ? known.get(key) : inTable.getFirst();
  }

  private UUID add(NewSubject subject) {
    waiting.put(subject.id(), subject);
    unseen.put(subject.id(), subject);
    for (IndexKey key : subject.keys()) {
      note(key);
      if (key.kind() != IndexKind.FULL_NAME) {
        known.putIfAbsent(key, subject.id());
      }
    }
    return subject.id();
  }

  private void note(IndexKey key) {
    if (met != null && key.kind().identifies()) {
      met.add(key.head());
    }
  }

  private void forgetSeen() {
    long oldestReader = readers.isEmpty() ? Long.MAX_VALUE : readers.firstKey();
    List<NewSubject> seen = new ArrayList<>();
    while (!settled.isEmpty() && settled.getFirst().generation() <= oldestReader) {
      seen.addAll(settled.removeFirst().subjects());
    }
    for (NewSubject subject : seen) {
      unseen.remove(subject.id());
      subject.keys().forEach(key -> known.remove(key, subject.id()));
    }
  }
}
