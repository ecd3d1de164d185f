package org.aidledger.api.wiring;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates that were used last, so that a busy fund is not read from the book for every
 * batch, nor a payout for each of its steps. Only where one process owns the book: another
 * process's events would not be seen, and a refusal could rest on an old balance.
 */
final class AggregateCache implements Cache {

  private final com.github.benmanes.caffeine.cache.Cache<Object, Object> aggregates;

  /** Keeps none yet, and at most so many. */
  AggregateCache(int most) {
    aggregates = Caffeine.newBuilder().maximumSize(most).build();
  }

  @Override
  @SuppressWarnings({
    "unchecked",
    "NullAway",
    "TypeParameterUnusedInFormals"
  }) // Axon's contract: null for what is not there.
  public <K, V> @Nullable V get(K key) {
    return (V) aggregates.getIfPresent(key);
  }

  @Override
  public void put(Object key, Object value) {
    aggregates.put(key, value);
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return aggregates.asMap().putIfAbsent(key, value) == null;
  }

  @Override
  public boolean remove(Object key) {
    return aggregates.asMap().remove(key) != null;
  }

  @Override
  public void removeAll() {
    aggregates.invalidateAll();
  }

  @Override
  public boolean containsKey(Object key) {
    return aggregates.asMap().containsKey(key);
  }

  /** Nobody listens: one that leaves is read again when it is needed. */
  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    return () -> true;
  }
}
