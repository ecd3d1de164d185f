package org.aidledger.api.web.fund;

import java.util.List;
import org.aidledger.api.web.trail.TrailRow;
import org.jspecify.annotations.Nullable;

/**
 * One page of a fund's trail.
 *
 * @param nextUrl where the next page is, absent on the last one
 * @param firstUrl where the first page is, absent on it
 * @param csvUrl where all lines that the filters let through are downloaded
 */
record TrailPart(
    List<TrailRow> rows, @Nullable String nextUrl, @Nullable String firstUrl, String csvUrl) {}
