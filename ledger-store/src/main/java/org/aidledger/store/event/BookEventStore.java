package org.aidledger.store.event;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store over an engine, for processors that may fall far behind. Each stream reads
 * pages of its own, so what waits in memory is one page, however long the book; a chain of events
 * shared between streams, as {@code EmbeddedEventStore} keeps it, grows by everything recorded
 * while its one reading lasts.
 *
 * <p>Streams hear of what this process records, and of what other processes record within a
 * {@linkplain #BookEventStore(EventStorageEngine, Duration) glance}. The first event after a rest
 * is told at once, those that follow together after the next rest: to read one donation and to
 * write what follows from it costs more than to record it.
 */
public final class BookEventStore extends AbstractEventStore implements AutoCloseable {

  private static final Duration GLANCE = Duration.ofMillis(250);

  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final AtomicBoolean willTell = new AtomicBoolean();
  private volatile long restedAt = System.nanoTime();
  private final Set<BookStream> streams = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService glances =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("book-glance").factory());

  /** A store that looks for what others recorded four times a second. */
  public BookEventStore(EventStorageEngine engine) {
    this(engine, GLANCE);
  }

  /**
   * A store.
   *
   * @param engine reads and appends
   * @param glance how often a waiting stream asks for what another process may have recorded
   */
  public BookEventStore(EventStorageEngine engine, Duration glance) {
    super(new Builder(engine));
    long nanos = glance.toNanos();
    var _ = glances.scheduleWithFixedDelay(this::tellStreams, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken after) {
    RecentEvents recent =
        storageEngine() instanceof PostgresEventStorageEngine own
            ? own.recent()
            : new RecentEvents();
    BookStream stream = new BookStream(storageEngine(), recent, after, streams::remove);
    streams.add(stream);
    return stream;
  }

  @Override
  protected void afterCommit(List<? extends EventMessage<?>> events) {
    long rest = restedAt - System.nanoTime();
    if (rest <= 0) {
      tellTogether();
    } else if (!willTell.getAndSet(true)) {
      try {
        var _ = glances.schedule(this::tellTogether, rest, TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException closed) {
        willTell.set(false);
      }
    }
  }

  /** Ends the glances and every stream. */
  @Override
  public void close() {
    glances.shutdownNow();
    streams.forEach(BookStream::close);
  }

  /** Who commits after the flag has fallen tells for itself or sees to it that somebody does. */
  private void tellTogether() {
    restedAt = System.nanoTime() + REST_NANOS;
    willTell.set(false);
    tellStreams();
  }

  private void tellStreams() {
    streams.forEach(BookStream::tell);
  }

  private static final class Builder extends AbstractEventStore.Builder {

    Builder(EventStorageEngine engine) {
      storageEngine(engine);
    }
  }
}
