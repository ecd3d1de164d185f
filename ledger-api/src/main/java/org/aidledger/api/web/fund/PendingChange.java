package org.aidledger.api.web.fund;

import org.jspecify.annotations.Nullable;

/**
 * New terms that wait for a second person.
 *
 * @param purpose absent if it stays
 * @param threshold absent if it stays or is removed
 * @param reason absent for who may not read it
 */
record PendingChange(
    @Nullable String purpose,
    @Nullable String threshold,
    boolean thresholdRemoved,
    String proposedBy,
    @Nullable String reason) {}
