package org.aidledger.store.event;

import java.time.Instant;

/**
 * Where events landed in the book.
 *
 * @param firstPosition position of the first of them, from 0
 * @param count how many, at least 1; their positions follow one another
 * @param recordedAt the recorded time that all of them carry, in whole milliseconds
 */
public record Appended(long firstPosition, int count, Instant recordedAt) {

  /** Position of the last of them. */
  public long lastPosition() {
    return firstPosition + count - 1;
  }
}
