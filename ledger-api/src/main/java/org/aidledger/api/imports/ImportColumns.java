package org.aidledger.api.imports;

import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.aidledger.api.export.Column;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.money.Money;
import org.jspecify.annotations.Nullable;

/** The columns of the lists of imports as files. */
final class ImportColumns {

  private ImportColumns() {}

  /** An import with the names of its fund and of who began it, absent if there is none. */
  record Named(ImportView view, @Nullable String fund, @Nullable String startedBy) {}

  static List<Column<Named>> ofImports(Texts texts) {
    return List.of(
        Column.text("imports.file", 32, row -> row.view().fileName()),
        Column.text("imports.fund", 24, Named::fund),
        Column.text(
            "export.kind",
            14,
            row ->
                row.view().kind() == null
                    ? null
                    : texts.word("rosterKind", Objects.requireNonNull(row.view().kind()))),
        Column.text("imports.standing", 12, row -> texts.word("import", row.view().standing())),
        Column.whole("imports.lines", row -> row.view().lines()),
        Column.whole("imports.recorded", row -> row.view().recorded()),
        Column.whole("importFile.alreadyRecorded", row -> row.view().alreadyRecorded()),
        Column.whole("importFile.changed", row -> row.view().changed()),
        Column.whole("importFile.gone", row -> row.view().gone()),
        Column.whole("imports.refused", row -> row.view().refused()),
        Column.whole("importFile.skipped", row -> row.view().skipped()),
        Column.amount(
            "imports.total",
            row -> money(row.view().total(), Currency.getInstance(row.view().currency()))),
        Column.text("export.currency", 8, row -> row.view().currency()),
        Column.text("importFile.batch", 20, row -> row.view().batch()),
        Column.time("imports.begun", row -> row.view().startedAt()),
        Column.text("importFile.startedBy", 16, Named::startedBy),
        Column.text("importFile.hash", 66, row -> row.view().sha256()),
        Column.text("export.id", 38, row -> row.view().importId().toString()));
  }

  static List<Column<LineView>> ofLines(Texts texts, Currency currency) {
    return List.of(
        Column.whole("import.line", LineView::line),
        Column.text("imports.standing", 14, row -> texts.word("lineStatus", row.status().name())),
        Column.text("import.unit", 28, LineView::unit),
        Column.day("import.day", LineView::day),
        Column.amount("import.amount", row -> money(row.amount(), currency)),
        Column.amount("import.amountBefore", row -> money(row.amountBefore(), currency)),
        Column.text("export.currency", 8, _ -> currency.getCurrencyCode()),
        Column.text("import.cell", 8, LineView::cell),
        Column.text("import.reason", 48, ImportColumns::reasons),
        Column.text("importFile.suspect", 48, LineView::suspect),
        Column.text("export.id", 38, LineView::donationId));
  }

  /** All that is wrong with a line, as its page says it. */
  private static @Nullable String reasons(LineView line) {
    return line.problems().isEmpty()
        ? line.message()
        : String.join(" ", line.problems().stream().map(LineView.ProblemView::message).toList());
  }

  static List<Column<CorrectionView>> ofCorrections(Texts texts, Currency currency) {
    return List.of(
        Column.whole("import.line", CorrectionView::line),
        Column.amount("import.amountBefore", row -> money(row.amountBefore(), currency)),
        Column.amount("import.amountAfter", row -> money(row.amount(), currency)),
        Column.text("export.currency", 8, _ -> currency.getCurrencyCode()),
        Column.day("import.dayBefore", CorrectionView::dayBefore),
        Column.day("import.dayAfter", CorrectionView::day),
        Column.text("importFile.unitBefore", 28, CorrectionView::unitBefore),
        Column.text("importFile.unitAfter", 28, CorrectionView::unit),
        Column.text(
            "import.other",
            20,
            row -> row.donorChanged() ? texts.get("import.donorChanged") : null),
        Column.text("imports.standing", 12, row -> texts.word("correction", row.state())),
        Column.text("import.note", 40, CorrectionView::message),
        Column.text("export.id", 38, CorrectionView::donationId));
  }

  static List<Column<GoneView>> ofGone(Texts texts, Currency currency) {
    return List.of(
        Column.whole("export.entryNumber", GoneView::entryNumber),
        Column.day("export.receivedOn", GoneView::day),
        Column.text("import.unit", 28, GoneView::unit),
        Column.text("export.reference", 24, GoneView::reference),
        Column.amount("import.amount", row -> money(row.amount(), currency)),
        Column.text("export.currency", 8, _ -> currency.getCurrencyCode()),
        Column.text("export.state", 10, row -> texts.word("donation", row.donationStatus())),
        Column.text("export.id", 38, GoneView::donationId));
  }

  private static @Nullable Money money(@Nullable String decimal, Currency currency) {
    return decimal == null ? null : Money.parse(decimal, currency);
  }
}
