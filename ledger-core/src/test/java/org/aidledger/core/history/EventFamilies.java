package org.aidledger.core.history;

import java.util.stream.Stream;

/** Which events a sealed family has. */
final class EventFamilies {

  private EventFamilies() {}

  static Stream<Class<?>> recordsOf(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(EventFamilies::recordsOf)
        : Stream.of(type);
  }
}
