package org.aidledger.core.stream;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/**
 * Begins new streams. A stream is begun by publishing its first event at sequence 0 rather than by
 * building an aggregate for it, since one command begins up to a thousand of them.
 */
public final class Streams {

  /** The key under which every event's metadata names the account that acted. */
  public static final String ACTOR = "actor";

  private final EventBus events;
  private final RecordedReferences recorded;

  public Streams(EventBus events, RecordedReferences recorded) {
    this.events = events;
    this.recorded = recorded;
  }

  /**
   * Publishes the first event of a stream as part of the current unit of work. If the stream exists
   * already, the unit's append fails as a whole.
   *
   * @param type the kind of stream, such as {@code Donation}
   * @param id the stream's UUID
   */
  public void begin(String type, String id, Object event) {
    events.publish(new GenericDomainEventMessage<>(type, id, 0, event));
  }

  /** The same, for an event whose actor is not the one who gave the order at hand. */
  public void begin(String type, String id, Object event, String actor) {
    events.publish(
        new GenericDomainEventMessage<>(type, id, 0, event, MetaData.with(ACTOR, actor)));
  }

  /** Publishes the next event of a stream that was begun in the current unit of work. */
  public void follow(String type, String id, long sequence, Object event) {
    events.publish(new GenericDomainEventMessage<>(type, id, sequence, event));
  }

  /** The first events of those streams that exist, by stream id. */
  public Map<String, FirstRecording> find(Collection<String> ids) {
    return recorded.find(ids);
  }

  /** Begins a stream by the event that the order gives, unless the stream is known from before. */
  public Begun beginOnce(String type, String id, Supplier<Object> order) {
    FirstRecording known = find(List.of(id)).get(id);
    if (known != null) {
      return new Begun.Known(known);
    }
    Object event = order.get();
    begin(type, id, event);
    return new Begun.New(event);
  }
}
