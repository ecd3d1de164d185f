package org.aidledger.projections.trail;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What an organisation booked in a period, as the book of a size knows it. What it gives never
 * changes, whatever is recorded later.
 *
 * @param first the first day of the period
 * @param last its last day
 * @param begin when the first day began, in the business time zone at the closing
 * @param end when the last day was over
 * @param size only events at positions below count
 */
public record BookedSpan(
    String organisation, LocalDate first, LocalDate last, Instant begin, Instant end, long size) {}
