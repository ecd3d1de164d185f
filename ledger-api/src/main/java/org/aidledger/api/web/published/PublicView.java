package org.aidledger.api.web.published;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.publication.PublicFund;
import org.aidledger.api.publication.PublicFunds;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.fund.FundView;
import org.jspecify.annotations.Nullable;

/**
 * A public fund in words.
 *
 * @param figures absent while too few people stand behind them
 */
record PublicView(
    String fundId,
    String name,
    String purpose,
    String organisation,
    String state,
    String currency,
    String unit,
    int decimals,
    @Nullable Figures figures) {

  /**
   * Totals and counts.
   *
   * @param moved whether anything was brought forward or transferred
   * @param periods the latest first
   */
  record Figures(
      String until,
      String sentence,
      Amount balance,
      boolean moved,
      Amount before,
      Amount received,
      Amount otherIncome,
      Amount spending,
      String donations,
      String donors,
      String payouts,
      String helped,
      List<Row> periods) {}

  /** One or more months together, in words and in minor units. */
  record Row(String months, Amount income, Amount spending, long incomeMinor, long spendingMinor) {}

  static PublicView of(PublicFund shown, Texts texts) {
    FundView fund = shown.fund();
    PublicFund.Figures figures = shown.figures();
    return new PublicView(
        fund.fundId(),
        fund.name(),
        fund.purpose(),
        fund.organisation(),
        fund.state(),
        fund.currency(),
        texts.unit(fund.currency()),
        java.util.Currency.getInstance(fund.currency()).getDefaultFractionDigits(),
        figures == null ? null : figures(figures, fund.currency(), texts));
  }

  private static Figures figures(PublicFund.Figures figures, String currency, Texts texts) {
    return new Figures(
        figures.until().toString(),
        texts.get(
            "public.sentence",
            figures.until().toString(),
            count(figures.counts().donors(), texts),
            texts.money(figures.income(), currency),
            count(figures.counts().helped(), texts),
            texts.money(figures.spending(), currency)),
        Amount.of(figures.balance(), currency),
        figures.before() != 0,
        Amount.of(figures.before(), currency),
        Amount.of(figures.received(), currency),
        Amount.of(figures.otherIncome(), currency),
        Amount.of(figures.spending(), currency),
        count(figures.counts().donations(), texts),
        count(figures.counts().donors(), texts),
        count(figures.counts().payouts(), texts),
        count(figures.counts().helped(), texts),
        rows(figures.periods(), currency, texts));
  }

  private static List<Row> rows(List<PublicFund.Period> periods, String currency, Texts texts) {
    List<Row> rows = new ArrayList<>();
    for (PublicFund.Period period : periods.reversed()) {
      rows.add(
          new Row(
              period.first().equals(period.last())
                  ? period.first().toString()
                  : texts.get("public.months", period.first().toString(), period.last().toString()),
              Amount.of(period.income(), currency),
              Amount.of(period.spending(), currency),
              period.income(),
              period.spending()));
    }
    return rows;
  }

  /** A count of people that is too small says only that. */
  private static String count(long number, Texts texts) {
    return number == 0 || number >= PublicFunds.ENOUGH
        ? MoneyText.count(number)
        : texts.get("public.few", PublicFunds.ENOUGH);
  }
}
