package org.aidledger.store.event;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * The book from one position on, without end. Holds one page. When it has read everything, of what
 * is {@linkplain RecentEvents still at hand} or else of what the database has, it asks again only
 * after it was {@linkplain #tell told} that something may have come.
 */
final class BookStream implements TrackingEventStream {

  private final EventStorageEngine engine;
  private final RecentEvents recent;
  private final Consumer<BookStream> onClose;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition told = lock.newCondition();

  private Iterator<? extends TrackedEventMessage<?>> page = Collections.emptyIterator();
  private @Nullable TrackingToken last;
  private @Nullable TrackedEventMessage<?> next;

  /** Set before whoever waits is woken, so that news which comes during a reading is kept. */
  private volatile boolean mayHaveMore = true;

  private volatile boolean closed;
  private volatile Runnable reader = BookStream::nobody;

  BookStream(
      EventStorageEngine engine,
      RecentEvents recent,
      @Nullable TrackingToken after,
      Consumer<BookStream> close) {
    this.engine = engine;
    this.recent = recent;
    this.last = after;
    this.onClose = close;
  }

  /** Something may have been recorded. Quick, and called from any thread. */
  void tell() {
    mayHaveMore = true;
    callReader();
    // Nobody who records waits for a reading; whoever is missed here is told at the next glance.
    if (lock.tryLock()) {
      try {
        told.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void callReader() {
    try {
      reader.run();
    } catch (RejectedExecutionException stopped) {
      // The processor is going down and wants no news; whoever recorded must not hear of it.
      reader = BookStream::nobody;
    }
  }

  @Override
  public boolean setOnAvailableCallback(Runnable callback) {
    reader = callback;
    return true;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    lock.lock();
    try {
      return advance() ? Optional.ofNullable(next) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    lock.lock();
    try {
      return await(unit.toNanos(timeout));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    lock.lock();
    try {
      while (!await(Long.MAX_VALUE)) {
        if (closed) {
          throw new IllegalStateException("The stream is closed.");
        }
      }
      TrackedEventMessage<?> taken = requireNonNull(next);
      next = null;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    reader = BookStream::nobody;
    onClose.accept(this);
    lock.lock();
    try {
      told.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static void nobody() {}

  private boolean await(long nanos) throws InterruptedException {
    long left = nanos;
    while (!advance()) {
      if (left <= 0 || closed) {
        return false;
      }
      if (!mayHaveMore) {
        left = told.awaitNanos(left);
      }
    }
    return true;
  }

  private boolean advance() {
    if (next == null && hasPage()) {
      next = page.next();
      last = next.trackingToken();
    }
    return next != null;
  }

  private boolean hasPage() {
    try {
      if (!closed && page.hasNext()) {
        return true;
      }
      // An engine's iterator that has ended asks the database again each time it is asked.
      page = Collections.emptyIterator();
      if (closed || !mayHaveMore) {
        return false;
      }
      mayHaveMore = false;
      page = recent.after(last == null ? -1 : last.position().orElseThrow()).iterator();
      if (page.hasNext()) {
        mayHaveMore = recent.leftOut();
      } else {
        page = engine.readEvents(last, false).iterator();
      }
      return page.hasNext();
    } catch (RuntimeException e) {
      // Nothing was given out of what failed, so the next call asks for the same again.
      page = Collections.emptyIterator();
      mayHaveMore = true;
      throw e;
    }
  }
}
