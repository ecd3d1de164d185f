package org.aidledger.store.subject;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

  /** Of those who wait: who may be in the table already. */
  private final Set<UUID> doubtful = new HashSet<>();

  private final Map<UUID, Journey> travelling = new HashMap<>();
  private final Set<Journey> awaited = new HashSet<>();
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
   * @param own takes those who are new; if absent, they wait for a ride
   */
  List<UUID> resolve(
      List<PersonKeys> people, Map<IndexKey, List<UUID>> found, @Nullable Journey own) {
    mutex.lock();
    try {
      return people.stream().map(person -> resolve(person, found, own)).toList();
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
      Set.copyOf(travelling.values())
          .forEach(journey -> journey.passengers().links().forEach(link -> note(link.key())));
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

  /** Whether there is anything to be written, or anybody on a journey to be waited for. */
  boolean waiting() {
    mutex.lock();
    try {
      return !waiting.isEmpty() || !links.isEmpty() || !awaited.isEmpty();
    } finally {
      mutex.unlock();
    }
  }

  /**
   * The journeys of people of whom also another than their companion speaks by now: whatever he
   * records must not be durable before they are.
   */
  Set<Journey> awaited() {
    mutex.lock();
    try {
      return Set.copyOf(awaited);
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
          : new Passengers(List.copyOf(waiting.values()), List.copyOf(links), !doubtful.isEmpty());
    } finally {
      mutex.unlock();
    }
  }

  /** Notes that these are durable. */
  void settle(Passengers passengers) {
    if (passengers.isEmpty()) {
      return;
    }
    mutex.lock();
    try {
      for (NewSubject subject : passengers.subjects()) {
        waiting.remove(subject.id());
        doubtful.remove(subject.id());
      }
      links.removeAll(Set.copyOf(passengers.links()));
      noteSettled(passengers);
    } finally {
      mutex.unlock();
    }
  }

  /** Notes that nobody knows whether these are durable. */
  void doubt(Passengers passengers) {
    mutex.lock();
    try {
      passengers.subjects().stream()
          .map(NewSubject::id)
          .filter(waiting::containsKey)
          .forEach(doubtful::add);
    } finally {
      mutex.unlock();
    }
  }

  /** Ends a journey; those who did not arrive for certain wait for a ride. */
  void end(Journey journey, boolean arrived) {
    Passengers passengers = journey.passengers();
    mutex.lock();
    try {
      for (NewSubject subject : passengers.subjects()) {
        // Whose key was destroyed meanwhile does not travel any more.
        if (travelling.remove(subject.id()) != null && !arrived) {
          waiting.put(subject.id(), subject);
          doubtful.add(subject.id());
        }
      }
      if (arrived) {
        noteSettled(passengers);
      } else {
        passengers.links().stream()
            .filter(link -> waiting.containsKey(link.subject()))
            .forEach(links::add);
      }
      awaited.remove(journey);
    } finally {
      mutex.unlock();
    }
    journey.end();
  }

  /** Forgets a person whose key is being destroyed. */
  void forget(UUID subject) {
    mutex.lock();
    try {
      waiting.remove(subject);
      doubtful.remove(subject);
      travelling.remove(subject);
      links.removeIf(link -> link.subject().equals(subject));
      NewSubject gone = unseen.remove(subject);
      if (gone != null) {
        gone.keys().forEach(key -> known.remove(key, subject));
      }
    } finally {
      mutex.unlock();
    }
  }

  private UUID resolve(PersonKeys person, Map<IndexKey, List<UUID>> found, @Nullable Journey own) {
    IndexKey identifying = person.identifying();
    UUID subject = identifying == null ? null : idOf(identifying, found);
    if (subject == null) {
      return add(NewSubject.of(person.all()), own);
    }
    NewSubject pending = unseen.get(subject);
    Journey journey = travelling.get(subject);
    if (journey != null && journey != own) {
      awaited.add(journey);
    }
    for (IndexKey key : person.all()) {
      boolean there =
          key.kind() == IndexKind.FULL_NAME
              || found.getOrDefault(key, List.of()).contains(subject)
              || (pending != null && pending.keys().contains(key));
      if (!there) {
        note(key);
        Link link = new Link(subject, key);
        if (journey != null && journey == own) {
          own.add(link);
        } else {
          links.add(link);
        }
      }
    }
    return subject;
  }

  private @Nullable UUID idOf(IndexKey key, Map<IndexKey, List<UUID>> found) {
    List<UUID> inTable = found.getOrDefault(key, List.of());
    return inTable.isEmpty() ? known.get(key) : inTable.getFirst();
  }

  private UUID add(NewSubject subject, @Nullable Journey own) {
    if (own == null) {
      waiting.put(subject.id(), subject);
    } else {
      travelling.put(subject.id(), own);
      own.add(subject);
    }
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

  private void noteSettled(Passengers passengers) {
    generation++;
    settled.add(new Settled(generation, passengers.subjects()));
    forgetSeen();
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
