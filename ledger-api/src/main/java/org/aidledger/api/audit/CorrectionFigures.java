package org.aidledger.api.audit;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.export.Column;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.money.Money;
import org.aidledger.projections.Figure;
import org.aidledger.projections.correction.CorrectionTotals;

/** The figures of a correction report, before and after, for a file. */
final class CorrectionFigures {

  private CorrectionFigures() {}

  /** One figure, and what the lines add to it. */
  record Row(CorrectionReport report, String what, Money before, Money change, Money after) {}

  /** All figures, and at the end what is available. */
  static List<Row> of(CorrectionReport report, Texts texts) {
    CorrectionTotals totals = report.totals();
    List<Row> rows = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      rows.add(
          row(
              report,
              texts.figure(figure),
              totals.before().toArray()[figure.place()],
              totals.changes().toArray()[figure.place()],
              totals.after().toArray()[figure.place()]));
    }
    rows.add(
        row(
            report,
            texts.get("corrections.available"),
            totals.before().available(),
            totals.changes().available(),
            totals.after().available()));
    return rows;
  }

  private static Row row(
      CorrectionReport report, String what, long before, long change, long after) {
    String currency = report.fund().currency();
    return new Row(
        report,
        what,
        Money.of(before, currency),
        Money.of(change, currency),
        Money.of(after, currency));
  }

  static List<Column<Row>> columns() {
    return List.of(
        Column.text("export.fundCode", 16, row -> row.report.fund().code()),
        Column.text("export.fund", 24, row -> row.report.fund().name()),
        Column.day("export.from", row -> row.report.from()),
        Column.day("export.to", row -> row.report.to()),
        Column.text("export.figure", 24, Row::what),
        Column.time("export.knownFrom", row -> row.report.before().at()),
        Column.amount("export.before", Row::before),
        Column.amount("corrections.change", Row::change),
        Column.time("export.knownTo", row -> row.report.after().at()),
        Column.amount("export.after", Row::after),
        Column.text("export.currency", 8, row -> row.report.fund().currency()));
  }
}
