package org.aidledger.projections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as the book holds it.
 *
 * @param position its place in the order of all events, gapless from 0
 * @param eventId its own UUID
 * @param streamType the kind of stream that it belongs to, such as {@code Donation}
 * @param streamId the stream's UUID
 * @param sequence its place in its stream, from 0
 * @param recordedAt when it was recorded, in milliseconds, never before its predecessor
 * @param actor the account that caused it, absent for the system itself
 * @param payload one of the event records of ledger-core
 */
public record RecordedEvent(
    long position,
    String eventId,
    String streamType,
    String streamId,
    long sequence,
    Instant recordedAt,
    @Nullable String actor,
    Object payload) {}
