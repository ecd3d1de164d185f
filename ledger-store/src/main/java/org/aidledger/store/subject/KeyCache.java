package org.aidledger.store.subject;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys used a moment ago. They expire soon, because another process may have destroyed one
 * meanwhile.
 */
final class KeyCache {

  private static final int MOST = 10_000;

  private final ReentrantLock mutex = new ReentrantLock();
  private final long lifetimeNanos;
  private final LongSupplier nanoClock;
  private final Map<UUID, Cached> entries =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Cached> eldest) {
          return size() > MOST;
        }
      };
  private long destructions;

  /** When somebody began to ask the tables for keys, and how many were destroyed until then. */
  record Loading(long nanos, long destructions) {}

  private record Cached(SubjectKeys keys, long loadedNanos) {}

  KeyCache(long lifetimeNanos, LongSupplier nanoClock) {
    this.lifetimeNanos = lifetimeNanos;
    this.nanoClock = nanoClock;
  }

  /** The keys of one person; null if they are not here. */
  @Nullable SubjectKeys find(UUID subject) {
    mutex.lock();
    try {
      Cached entry = entries.get(subject);
      return entry != null && nanoClock.getAsLong() - entry.loadedNanos() < lifetimeNanos
          ? entry.keys()
          : null;
    } finally {
      mutex.unlock();
    }
  }

  /** The keys of these people; those that are not here are loaded, all at once. */
  Map<UUID, SubjectKeys> get(
      Collection<UUID> subjects, Function<List<UUID>, Map<UUID, SubjectKeys>> load) {
    Map<UUID, SubjectKeys> found = new HashMap<>();
    Loading loading;
    mutex.lock();
    try {
      loading = new Loading(nanoClock.getAsLong(), destructions);
      for (UUID subject : subjects) {
        Cached entry = entries.get(subject);
        if (entry != null && loading.nanos() - entry.loadedNanos() < lifetimeNanos) {
          found.put(subject, entry.keys());
        }
      }
    } finally {
      mutex.unlock();
    }
    List<UUID> missing =
        subjects.stream().distinct().filter(subject -> !found.containsKey(subject)).toList();
    if (!missing.isEmpty()) {
      Map<UUID, SubjectKeys> loaded = load.apply(missing);
      found.putAll(loaded);
      keep(loaded, loading);
    }
    return found;
  }

  /** Drops a key that is being destroyed, and keeps away those being loaded right now. */
  void drop(UUID subject) {
    mutex.lock();
    try {
      destructions++;
      entries.remove(subject);
    } finally {
      mutex.unlock();
    }
  }

  /** Must come before the query whose answer {@link #keep} is given. */
  Loading beginLoading() {
    mutex.lock();
    try {
      return new Loading(nanoClock.getAsLong(), destructions);
    } finally {
      mutex.unlock();
    }
  }

  /** Keeps what was loaded, unless a key was destroyed meanwhile, which it may hold still. */
  void keep(Map<UUID, SubjectKeys> loaded, Loading loading) {
    mutex.lock();
    try {
      if (destructions == loading.destructions()) {
        loaded.forEach(
            (subject, keys) -> {
              entries.remove(subject);
              entries.put(subject, new Cached(keys, loading.nanos()));
            });
      }
    } finally {
      mutex.unlock();
    }
  }
}
