package org.aidledger.api.axonserver;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.replay.EventSource;
import org.aidledger.projections.writing.LedgerProcessor;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The events of the book on Axon Server, for a replay. */
final class ServerEvents implements EventSource {

  private static final int PATIENCE_SECONDS = 30;

  private final EventStore store;
  private final ServerBook book;

  ServerEvents(EventStore store, ServerBook book) {
    this.store = store;
    this.book = book;
  }

  @Override
  public Stream<RecordedEvent> from(long position) {
    long head = book.head();
    if (position > head) {
      return Stream.empty();
    }
    BlockingStream<TrackedEventMessage<?>> stream =
        store.openStream(position == 0 ? null : new GlobalSequenceTrackingToken(position - 1));
    Iterator<RecordedEvent> events = new UpTo(stream, position, head);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(events, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(stream::close);
  }

  @Override
  public long head() {
    return book.head();
  }

  /** A stream that never ends by itself, up to a position. */
  private static final class UpTo implements Iterator<RecordedEvent> {

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final long last;
    private long next;

    UpTo(BlockingStream<TrackedEventMessage<?>> stream, long first, long last) {
      this.stream = stream;
      this.next = first;
      this.last = last;
    }

    @Override
    public boolean hasNext() {
      return next <= last;
    }

    @Override
    public RecordedEvent next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new EventStoreException("Axon Server does not send position " + next + ".");
        }
        RecordedEvent event = LedgerProcessor.recorded(stream.nextAvailable());
        next = event.position() + 1;
        return event;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EventStoreException("Interrupted while reading the book.", e);
      }
    }
  }
}
