package org.aidledger.projections.fund;

import java.time.YearMonth;
import org.aidledger.projections.Figures;

/**
 * What moved in one month of effective days, in one currency.
 *
 * @param figures the movements of the month, in minor units, not the balances at its end
 */
public record MonthFigures(YearMonth month, String currency, Figures figures) {

  /** Donations and other income; neither opening balances nor transfers, which come from before. */
  public long income() {
    return Math.addExact(figures.received(), figures.otherIncome());
  }

  /** Aid paid, refunds and other expense. */
  public long spending() {
    return Math.addExact(Math.addExact(figures.paid(), figures.refunded()), figures.otherExpense());
  }
}
