package org.aidledger.api.reading;

import java.time.Instant;

/** Tells which events were recorded by a time that is over. */
@FunctionalInterface
public interface SettledPositions {

  /**
   * The last position recorded at or before a time, -1 if there is none; once given, it never
   * changes.
   *
   * @throws IllegalArgumentException if that time is not over yet
   */
  long at(Instant time);
}
