package org.aidledger.projections.fund;

import org.aidledger.projections.Figures;

/**
 * The figures of all funds of one currency.
 *
 * @param funds how many funds there are
 * @param position the position that the figures stand for
 */
public record CurrencyTotal(String currency, long funds, Figures figures, long position) {}
