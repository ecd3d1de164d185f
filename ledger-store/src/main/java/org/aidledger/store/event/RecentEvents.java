package org.aidledger.store.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * What this process appended a moment ago, for the stream that follows the book closely: to read
 * and to parse what was only just made and written costs a follower more than what it does with it.
 *
 * <p>Nobody relies on finding anything here. Whoever finds nothing asks the database; events are
 * let go as soon as they are given, and not taken in while the follower is far behind.
 */
final class RecentEvents {

  /** More than are recorded between two readings; so many events are some megabytes. */
  static final int MOST = 8_192;

  /** Farther behind than any position, so that nothing is taken in before somebody follows. */
  private static final long NOBODY = -2L * MOST;

  /** By position, going round. */
  private final AtomicReferenceArray<@Nullable Recent> places = new AtomicReferenceArray<>(MOST);

  /** The position up to which the follower has read. */
  private volatile long read = NOBODY;

  /** The last position that was not taken in, the follower being too far behind. */
  private final AtomicLong left = new AtomicLong(NOBODY);

  private record Recent(long position, TrackedEventMessage<?> event) {}

  /** Takes in events that are durable. */
  void note(List<? extends EventMessage<?>> events, Appended appended) {
    long position = appended.firstPosition();
    for (EventMessage<?> event : events) {
      long ahead = position - read;
      if (ahead > MOST) {
        left.accumulateAndGet(position, Math::max);
      } else if (ahead > 0) {
        TrackedEventMessage<?> tracked = tracked(event, position, appended.recordedAt());
        places.set(place(position), new Recent(position, tracked));
      }
      position++;
    }
  }

  /**
   * The events behind a position as far as they are here without a gap, in their order; given once.
   */
  synchronized List<TrackedEventMessage<?>> after(long position) {
    letGo(read, Math.min(position, read + MOST));
    List<TrackedEventMessage<?>> found = new ArrayList<>();
    long next = position + 1;
    for (Recent recent = at(next); recent != null; recent = at(next)) {
      found.add(recent.event);
      next++;
    }
    letGo(position, next - 1);
    read = next - 1;
    return found;
  }

  /** Whether the database has more than was given here, of which nobody is told any more. */
  boolean leftOut() {
    return left.get() > read;
  }

  private @Nullable Recent at(long position) {
    Recent recent = places.get(place(position));
    return recent != null && recent.position == position ? recent : null;
  }

  /** Forgets the events behind a position up to another. */
  private void letGo(long after, long last) {
    for (long position = after + 1; position <= last; position++) {
      Recent recent = at(position);
      if (recent != null) {
        places.compareAndSet(place(position), recent, null);
      }
    }
  }

  private static int place(long position) {
    return Math.floorMod(position, MOST);
  }

  /** Every event of the book belongs to a stream; what does not is not appended. */
  private static TrackedEventMessage<?> tracked(
      EventMessage<?> event, long position, Instant recordedAt) {
    DomainEventMessage<?> ofStream = (DomainEventMessage<?>) event;
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(position),
        ofStream.getType(),
        ofStream.getAggregateIdentifier(),
        ofStream.getSequenceNumber(),
        event,
        () -> recordedAt);
  }
}
