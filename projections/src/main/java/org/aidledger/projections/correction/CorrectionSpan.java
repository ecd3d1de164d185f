package org.aidledger.projections.correction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which fund and period, between which two states of knowledge.
 *
 * @param from the first effective day, absent for the beginning
 * @param to the last effective day, absent for no end
 * @param knownFrom the last position that was known before
 * @param knownTo the last position that was known after
 */
public record CorrectionSpan(
    String fundId,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    long knownFrom,
    long knownTo) {}
