package org.aidledger.core.stream;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up which streams exist already; the event store answers. */
public interface RecordedReferences {

  /**
   * The first events of those streams that exist.
   *
   * @param streamIds UUIDs
   * @return by stream id, without the ids that are free
   */
  Map<String, FirstRecording> find(Collection<String> streamIds);

  /**
   * The first event of one stream, if the stream exists and begins with an event of this type.
   *
   * @param streamId a UUID
   */
  default <T> Optional<T> first(String streamId, Class<T> type) {
    return Optional.ofNullable(find(List.of(streamId)).get(streamId))
        .map(FirstRecording::event)
        .filter(type::isInstance)
        .map(type::cast);
  }
}
