package org.aidledger.api.axonserver;

import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** What is asked of the event store beyond Axon's own interface; events stay as they were sent. */
final class ServerBook {

  private static final int PATIENCE_SECONDS = 10;

  /** Streams that are asked for at once. */
  private static final int AT_ONCE = 64;

  private static final int BUFFER = 1_000;

  private final Supplier<EventChannel> channel;

  /**
   * @param channel asked each time, since a connection may have been replaced
   */
  ServerBook(Supplier<EventChannel> channel) {
    this.channel = channel;
  }

  /** The last position, -1 when the book is empty. */
  long head() {
    return Math.max(-1, answer(channel.get().getLastToken()));
  }

  /**
   * The position of the first event that was recorded at a time or later; past the head if none.
   */
  long firstFrom(long epochMillis) {
    return answer(channel.get().getTokenAt(epochMillis));
  }

  /** The first event of each of these streams; streams without events are left out. */
  List<Event> firstEvents(List<String> streamIds) {
    List<Event> found = new ArrayList<>();
    for (int from = 0; from < streamIds.size(); from += AT_ONCE) {
      List<AggregateEventStream> asked =
          streamIds.subList(from, Math.min(from + AT_ONCE, streamIds.size())).stream()
              // Until sequence 1, because 0 stands for no end.
              .map(id -> channel.get().openAggregateStream(id, 0, 1))
              .toList();
      for (AggregateEventStream stream : asked) {
        first(stream, found);
      }
    }
    return found;
  }

  private static void first(AggregateEventStream stream, List<Event> found) {
    try {
      if (stream.hasNext()) {
        found.add(stream.next());
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      stream.cancel();
    }
  }

  /**
   * The positions of events, found by going through the book.
   *
   * @param after the last position that none of them has
   * @param until the last position to look at
   * @return by event id; what was not met is left out
   */
  Map<String, Long> positions(Set<String> eventIds, long after, long until) {
    Map<String, Long> found = new HashMap<>();
    try (EventStream stream = channel.get().openStream(after, BUFFER)) {
      for (long at = after; at < until && found.size() < eventIds.size(); ) {
        EventWithToken next = stream.nextIfAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
          throw new EventStoreException("Axon Server does not send the events after " + at + ".");
        }
        at = next.getToken();
        String id = next.getEvent().getMessageIdentifier();
        if (eventIds.contains(id)) {
          found.put(id, at);
        }
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return found;
  }

  private static long answer(CompletableFuture<Long> asked) {
    try {
      Long token = asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return token == null ? -1 : token;
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new EventStoreException("Axon Server does not answer.", e);
    }
  }

  private static EventStoreException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EventStoreException("Interrupted while asking Axon Server.", e);
  }
}
