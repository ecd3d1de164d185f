package org.aidledger.core.stream;

import java.util.Collection;
import java.util.Map;

/** Looks up which streams exist already; the event store answers. */
public interface RecordedReferences {

  /**
   * The first events of those streams that exist.
   *
   * @param streamIds UUIDs
   * @return by stream id, without the ids that are free
   */
  Map<String, FirstRecording> find(Collection<String> streamIds);
}
