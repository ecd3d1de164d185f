package org.aidledger.api.wiring;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the funds that were used last, so that a busy fund is not read from the book for every
 * batch. Only where one process owns the book: another process's entries would not be seen, and a
 * refusal could rest on an old balance.
 */
final class FundCache implements Cache {

  private static final int MOST_FUNDS = 10_000;

  private final com.github.benmanes.caffeine.cache.Cache<Object, Object> funds =
      Caffeine.newBuilder().maximumSize(MOST_FUNDS).build();

  @Override
  @SuppressWarnings({
    "unchecked",
    "NullAway",
    "TypeParameterUnusedInFormals"
  }) // Axon's contract: null for what is not there.
  public <K, V> @Nullable V get(K key) {
    return (V) funds.getIfPresent(key);
  }

  @Override
  public void put(Object key, Object value) {
    funds.put(key, value);
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return funds.asMap().putIfAbsent(key, value) == null;
  }

  @Override
  public boolean remove(Object key) {
    return funds.asMap().remove(key) != null;
  }

  @Override
  public void removeAll() {
    funds.invalidateAll();
  }

  @Override
  public boolean containsKey(Object key) {
    return funds.asMap().containsKey(key);
  }

  /** Nobody listens: a fund that leaves is read again when it is needed. */
  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    return () -> true;
  }
}
