package org.aidledger.store.event;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells a dispatcher where the events of its command landed: it announces the command's message
 * identifier with {@link #expect}, dispatches, and then takes the answer.
 */
public final class AppendedPositions {

  /** Far above the number of commands in flight; past it, answers are not kept. */
  private static final int MOST = 100_000;

  private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();

  /** Announces that somebody will {@link #take} the positions of this message. */
  public void expect(String messageId) {
    if (entries.size() < MOST) {
      entries.put(messageId, Entry.NOTHING_YET);
    }
  }

  /** Gives the answer and forgets it; empty if the message appended nothing or was not expected. */
  public Optional<Appended> take(String messageId) {
    Entry entry = entries.remove(messageId);
    return entry == null ? Optional.empty() : Optional.ofNullable(entry.appended());
  }

  /**
   * Notes an append. If a message appends twice, the range reaches from its first event to its last
   * and may hold events of others in between.
   */
  void note(String messageId, Appended appended) {
    entries.computeIfPresent(messageId, (id, entry) -> entry.and(appended));
  }

  private record Entry(@Nullable Appended appended) {

    static final Entry NOTHING_YET = new Entry(null);

    Entry and(Appended next) {
      if (appended == null) {
        return new Entry(next);
      }
      long first = appended.firstPosition();
      int count = Math.toIntExact(next.lastPosition() - first + 1);
      return new Entry(new Appended(first, count, next.recordedAt()));
    }
  }
}
