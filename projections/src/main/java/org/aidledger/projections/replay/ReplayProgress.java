package org.aidledger.projections.replay;

import org.jspecify.annotations.Nullable;

/**
 * How far a replay is.
 *
 * @param events how many events were applied to the rebuilt copy
 * @param total how many there are, as far as known
 * @param eventsPerSecond the speed of applying them
 * @param report the outcome, present once COMPLETED
 * @param failure what went wrong, present once FAILED
 */
public record ReplayProgress(
    ReplayState state,
    long events,
    long total,
    long eventsPerSecond,
    @Nullable ReplayReport report,
    @Nullable String failure) {}
