package org.aidledger.store.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event as the book holds it.
 *
 * @param position from 0, without gaps, in the order of commits
 * @param recordedAt the book's own time, in whole milliseconds
 * @param streamType such as Fund or Donation
 * @param sequence from 0 within the stream
 * @param payload the event object, upcast to its present form
 * @param metadata such as {@code actor}
 */
public record StoredEvent(
    long position,
    Instant recordedAt,
    String streamType,
    UUID streamId,
    long sequence,
    UUID eventId,
    Object payload,
    Map<String, ?> metadata) {}
