package org.aidledger.projections.sample;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to draw from.
 *
 * @param fundId one fund, or null for all of the organisation
 * @param organisation null if a fund is given
 * @param currency of the funds
 * @param from the first effective date
 * @param to the last one
 * @param position as the book was known behind this position
 * @param size how many monetary units are drawn, from 1 to {@link SampleQueries#MOST}
 */
public record SampleRequest(
    SampleOf of,
    @Nullable String fundId,
    @Nullable String organisation,
    String currency,
    LocalDate from,
    LocalDate to,
    long position,
    int size,
    String seed) {}
