package org.aidledger.api.axonserver;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where the events of an order landed, which Axon Server does not tell: it notes the head
 * of the book just before they are sent, and looks from there on for the first of them. A unit is
 * stored in one piece, so the others follow it.
 */
final class Landings implements MessageDispatchInterceptor<EventMessage<?>> {

  private final ServerBook book;
  private final ConcurrentHashMap<String, Sent> sent = new ConcurrentHashMap<>();

  Landings(ServerBook book) {
    this.book = book;
  }

  /** Called with the events of a unit, on its thread, just before they are sent. */
  @Override
  public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(
      List<? extends EventMessage<?>> events) {
    if (CurrentUnitOfWork.isStarted() && !events.isEmpty()) {
      String order = CurrentUnitOfWork.get().root().getMessage().getIdentifier();
      sent.compute(
          order,
          (id, before) ->
              before == null
                  ? new Sent(book.head(), events.getFirst().getIdentifier(), events.size())
                  : before.and(events.size()));
    }
    return (index, event) -> event;
  }

  /** Forgets an order that failed. */
  void drop(String order) {
    sent.remove(order);
  }

  /** Where the events of an order landed that was carried out; null if it wrote none. */
  @Nullable Landing take(String order) {
    Sent unit = sent.remove(order);
    if (unit == null) {
      return null;
    }
    long head = book.head();
    long first = unit.headBefore() + 1;
    // If the book grew by exactly this unit, nobody else wrote meanwhile.
    if (head - unit.headBefore() != unit.count()) {
      Map<String, Long> found =
          book.positions(Set.of(unit.firstEvent()), unit.headBefore(), Long.MAX_VALUE);
      first = requireNonNull(found.get(unit.firstEvent()));
    }
    return new Landing(first, first + unit.count() - 1);
  }

  private record Sent(long headBefore, String firstEvent, int count) {

    Sent and(int more) {
      return new Sent(headBefore, firstEvent, count + more);
    }
  }
}
