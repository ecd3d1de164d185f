package org.aidledger.api.security;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Lets many who ask the same at once wait for one answer, instead of each looking for it. */
final class SharedLookUp<K, R> {

  private final ConcurrentMap<K, CompletableFuture<R>> underWay = new ConcurrentHashMap<>();

  /** The answer of the look-up that is under way for this key, or of this one. */
  R ask(K key, Supplier<R> lookUp) {
    CompletableFuture<R> mine = new CompletableFuture<>();
    CompletableFuture<R> first = underWay.putIfAbsent(key, mine);
    if (first != null) {
      return await(first);
    }
    try {
      R found = lookUp.get();
      mine.complete(found);
      return found;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(key);
    }
  }

  private static <R> R await(CompletableFuture<R> first) {
    try {
      return first.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
