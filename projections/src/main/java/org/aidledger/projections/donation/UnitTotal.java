package org.aidledger.projections.donation;

import org.jspecify.annotations.Nullable;

/**
 * What the people of one unit gave to a fund, without what was reversed.
 *
 * @param unit absent for donors who named none
 * @param total in minor units
 */
public record UnitTotal(@Nullable String unit, long count, long total) {}
