package org.aidledger.projections.fund;

import org.aidledger.projections.Figures;

/**
 * The balance of one fund.
 *
 * @param figures in minor units
 * @param position the position that the figures stand for: no later event is in them
 */
public record Balance(String fundId, String currency, Figures figures, long position) {}
