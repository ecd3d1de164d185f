package org.aidledger.store.subject;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tools that are dear to make and serve one user at a time. A request has a thread of its own that
 * dies with it, so tools kept by the thread would be made anew for each request.
 *
 * @param <T> the tool; whoever takes it sets it up anew
 */
final class Shelf<T> {

  private final ConcurrentLinkedQueue<T> free = new ConcurrentLinkedQueue<>();
  private final Supplier<T> maker;

  /** As many are made as are ever in use at one time, which the processors limit. */
  Shelf(Supplier<T> maker) {
    this.maker = maker;
  }

  /** One for the caller alone. */
  T take() {
    @Nullable T found = free.poll();
    return found == null ? maker.get() : found;
  }

  /** Puts one back; it must not be used by the caller any more. */
  void giveBack(T tool) {
    free.add(tool);
  }
}
