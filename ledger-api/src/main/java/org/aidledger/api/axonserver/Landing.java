package org.aidledger.api.axonserver;

import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of one order stand in the book, as the answer to the order carries it to the
 * node that asked.
 */
record Landing(long firstPosition, long lastPosition) {

  private static final String FIRST = "firstPosition";
  private static final String LAST = "lastPosition";

  Map<String, Long> metaData() {
    return Map.of(FIRST, firstPosition, LAST, lastPosition);
  }

  /** Null if the order wrote nothing. */
  static @Nullable Landing of(MetaData metaData) {
    return metaData.get(FIRST) instanceof Number first && metaData.get(LAST) instanceof Number last
        ? new Landing(first.longValue(), last.longValue())
        : null;
  }
}
