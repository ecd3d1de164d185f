package org.aidledger.api.web.months;

import org.aidledger.api.web.text.Amount;

/**
 * One month of the picture and of its table.
 *
 * @param month such as {@code 2026-05}
 * @param firstDay and lastDay the bounds for a door to the month's lines
 * @param incomeMinor and spendingMinor the same figures for the picture, in minor units
 */
public record MonthRow(
    String month,
    String firstDay,
    String lastDay,
    Amount income,
    Amount spending,
    Amount net,
    long incomeMinor,
    long spendingMinor) {}
