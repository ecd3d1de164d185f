package org.aidledger.api.web.months;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.fund.MonthFigures;

/**
 * Income and spending of one currency, month by month without gaps.
 *
 * @param rows the latest month first
 * @param sentence what the picture shows
 * @param decimals how many decimals the currency has
 * @param empty whether nothing came or went in all these months
 */
public record MonthSeries(
    String currency,
    String unit,
    int decimals,
    List<MonthRow> rows,
    Amount income,
    Amount spending,
    Amount net,
    String sentence,
    boolean empty) {

  /** How many months the pictures show. */
  public static final int MONTHS = 12;

  /**
   * The series of a currency up to a month.
   *
   * @param figures those of this currency are taken, others passed over
   */
  public static MonthSeries of(
      String currency, YearMonth last, List<MonthFigures> figures, Texts texts) {
    Map<YearMonth, MonthFigures> byMonth =
        figures.stream()
            .filter(month -> month.currency().equals(currency))
            .collect(Collectors.toMap(MonthFigures::month, Function.identity()));
    List<MonthRow> rows = new ArrayList<>();
    for (int back = 0; back < MONTHS; back++) {
      YearMonth month = last.minusMonths(back);
      rows.add(row(month, byMonth.get(month), currency));
    }
    long income = sum(rows, MonthRow::incomeMinor);
    long spending = sum(rows, MonthRow::spendingMinor);
    return new MonthSeries(
        currency,
        texts.unit(currency),
        java.util.Currency.getInstance(currency).getDefaultFractionDigits(),
        List.copyOf(rows),
        Amount.of(income, currency),
        Amount.of(spending, currency),
        Amount.of(Math.subtractExact(income, spending), currency),
        sentence(rows, income, spending, currency, texts),
        rows.stream().allMatch(row -> row.incomeMinor() == 0 && row.spendingMinor() == 0));
  }

  private static MonthRow row(
      YearMonth month, @org.jspecify.annotations.Nullable MonthFigures figures, String currency) {
    long income = figures == null ? 0 : figures.income();
    long spending = figures == null ? 0 : figures.spending();
    return new MonthRow(
        month.toString(),
        month.atDay(1).toString(),
        month.atEndOfMonth().toString(),
        Amount.of(income, currency),
        Amount.of(spending, currency),
        Amount.of(Math.subtractExact(income, spending), currency),
        income,
        spending);
  }

  private static String sentence(
      List<MonthRow> rows, long income, long spending, String currency, Texts texts) {
    if (income == 0 && spending == 0) {
      return texts.get("months.none", MONTHS);
    }
    MonthRow most =
        rows.stream().reduce((a, b) -> b.incomeMinor() > a.incomeMinor() ? b : a).orElseThrow();
    String key = income >= spending ? "months.surplus" : "months.deficit";
    return texts.get(
        key,
        MONTHS,
        texts.money(income, currency),
        texts.money(spending, currency),
        texts.money(Math.absExact(Math.subtractExact(income, spending)), currency),
        most.month(),
        texts.money(most.incomeMinor(), currency));
  }

  private static long sum(List<MonthRow> rows, ToLongFunction<MonthRow> figure) {
    long sum = 0;
    for (MonthRow row : rows) {
      sum = Math.addExact(sum, figure.applyAsLong(row));
    }
    return sum;
  }
}
