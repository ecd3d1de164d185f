package org.aidledger.api.fund;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.aidledger.api.export.Column;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.export.Rows;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.money.Money;
import org.aidledger.projections.Figure;
import org.aidledger.projections.Figures;
import org.aidledger.projections.fund.CurrencyTotal;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.fund.MonthFigures;
import org.jspecify.annotations.Nullable;

/** Funds, their balances and their months as files. */
final class FundFiles {

  private FundFiles() {}

  static ExportList<FundView> funds(Rows<FundView> rows, Texts texts) {
    List<Column<FundView>> columns = new ArrayList<>();
    columns.add(Column.text("export.code", 16, FundView::code));
    columns.add(Column.text("export.name", 28, FundView::name));
    columns.add(Column.text("export.organisation", 24, FundView::organisation));
    columns.add(Column.text("export.purpose", 40, FundView::purpose));
    columns.add(
        Column.text("export.treatment", 12, fund -> texts.word("treatment", fund.treatment())));
    columns.add(Column.text("export.state", 10, fund -> texts.word("state", fund.state())));
    columns.add(
        Column.amount(
            "export.threshold", fund -> money(fund.approvalThreshold(), fund.currency())));
    columns.add(Column.text("export.currency", 8, FundView::currency));
    columns.addAll(figures(FundView::figures, FundView::currency));
    columns.add(Column.text("export.id", 38, FundView::fundId));
    return new ExportList<>("funds", texts.get("export.funds"), columns, rows);
  }

  static ExportList<CurrencyTotal> totals(List<CurrencyTotal> totals, Texts texts) {
    List<Column<CurrencyTotal>> columns = new ArrayList<>();
    columns.add(Column.text("export.currency", 8, CurrencyTotal::currency));
    columns.add(Column.whole("export.fundCount", CurrencyTotal::funds));
    columns.addAll(figures(CurrencyTotal::figures, CurrencyTotal::currency));
    columns.add(Column.whole("export.position", CurrencyTotal::position));
    return new ExportList<>("balances", texts.get("export.balances"), columns, Rows.of(totals));
  }

  /**
   * Months with all that moved in them.
   *
   * @param owner what the months are of, for the file's name
   */
  static ExportList<MonthFigures> months(List<MonthFigures> months, String owner, Texts texts) {
    List<Column<MonthFigures>> columns = new ArrayList<>();
    columns.add(Column.text("export.month", 10, month -> month.month().toString()));
    columns.add(Column.text("export.currency", 8, MonthFigures::currency));
    columns.add(
        Column.amount("months.income", month -> Money.of(month.income(), month.currency())));
    columns.add(
        Column.amount("months.spending", month -> Money.of(month.spending(), month.currency())));
    columns.add(
        Column.amount(
            "months.net",
            month ->
                Money.of(Math.subtractExact(month.income(), month.spending()), month.currency())));
    columns.addAll(each(MonthFigures::figures, MonthFigures::currency));
    return new ExportList<>(
        "months-" + owner, texts.get("export.months", owner), columns, Rows.of(months));
  }

  private static <T> List<Column<T>> figures(
      Function<T, Figures> figures, Function<T, String> currency) {
    List<Column<T>> columns = each(figures, currency);
    columns.add(
        Column.amount(
            "figure.available",
            row -> Money.of(figures.apply(row).available(), currency.apply(row))));
    return columns;
  }

  private static <T> List<Column<T>> each(
      Function<T, Figures> figures, Function<T, String> currency) {
    List<Column<T>> columns = new ArrayList<>();
    Arrays.stream(Figure.values())
        .map(
            figure ->
                Column.<T>amount(
                    "figure." + figure,
                    row ->
                        Money.of(
                            figures.apply(row).toArray()[figure.place()], currency.apply(row))))
        .forEach(columns::add);
    return columns;
  }

  private static @Nullable Money money(@Nullable Long minor, String currency) {
    return minor == null ? null : Money.of(minor, currency);
  }
}
