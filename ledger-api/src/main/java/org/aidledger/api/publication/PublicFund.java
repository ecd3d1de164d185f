package org.aidledger.api.publication;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.publication.PublicCounts;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a fund.
 *
 * @param figures absent while too few people stand behind them
 */
public record PublicFund(FundView fund, @Nullable Figures figures) {

  /**
   * Totals and counts, all up to the same day.
   *
   * @param until the last day that counts
   * @param before what was there before or was moved from and to other funds, in minor units
   * @param received donations, corrected and reversed ones taken into account
   * @param otherIncome interest, subsidies and the like
   * @param spending aid paid, refunds and other expense; one sum, since a refund may be one
   *     person's
   * @param periods the oldest first
   */
  public record Figures(
      LocalDate until,
      long before,
      long received,
      long otherIncome,
      long spending,
      PublicCounts counts,
      List<Period> periods) {

    /** What the fund held at the end of that day, whether promised to somebody or not. */
    public long balance() {
      return Math.subtractExact(
          Math.addExact(before, Math.addExact(received, otherIncome)), spending);
    }

    public long income() {
      return Math.addExact(received, otherIncome);
    }
  }

  /** One or more months together, in minor units. */
  public record Period(YearMonth first, YearMonth last, long income, long spending) {}
}
