package org.aidledger.api.period;

import org.jspecify.annotations.Nullable;

/**
 * Where a period stands after an order.
 *
 * @param state OPEN, CLOSING, CLOSED or REOPENING
 * @param proposalId what the second person confirms, absent once that is done
 * @param position up to which a reader must have read to see it
 */
public record PeriodAnswer(
    String organisation, String period, String state, @Nullable String proposalId, long position) {}
