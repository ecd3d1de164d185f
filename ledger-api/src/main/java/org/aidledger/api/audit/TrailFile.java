package org.aidledger.api.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.aidledger.api.export.Column;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.export.Rows;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.web.trail.TrailRow;
import org.aidledger.api.web.trail.TrailRows;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.money.Money;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.jspecify.annotations.Nullable;

/** The trail as a file, the oldest line first. */
record TrailFile(TrailQueries trail, TrailRows rows, FundDirectory funds) {

  /** A line with what it says in words. */
  private record Said(TrailLine line, TrailRow row, FundOpened fund) {

    @Nullable Money amount() {
      Long amount = line.amount();
      return amount == null ? null : Money.of(amount, line.currency());
    }
  }

  private static final List<Column<Said>> COLUMNS =
      List.of(
          Column.text("export.fundCode", 16, said -> said.fund.code()),
          Column.text("export.fund", 24, said -> said.fund.name()),
          Column.wholeOrNone("export.entryNumber", said -> said.line.entryNumber()),
          Column.time("export.recordedAt", said -> said.line.recordedAt()),
          Column.day("export.effectiveOn", said -> said.line.effectiveOn()),
          Column.text(
              "export.postingPeriod",
              12,
              said ->
                  said.line.postingPeriod() == null ? "" : said.line.postingPeriod().toString()),
          Column.text("export.actor", 16, said -> said.row.actor()),
          Column.text("export.type", 22, said -> said.line.type()),
          Column.text("export.summary", 48, said -> said.row.summary()),
          Column.text("export.reason", 32, said -> said.row.reason()),
          Column.text("export.document", 28, said -> said.row.document()),
          Column.text("export.documentHash", 20, said -> said.row.documentHash()),
          Column.amount("export.amount", Said::amount),
          Column.amount(
              "export.balanceAfter",
              said -> Money.of(said.line.balanceAfter(), said.line.currency())),
          Column.text("export.currency", 8, said -> said.line.currency()),
          Column.whole("export.position", said -> said.line.place().position()),
          Column.text("export.eventId", 38, said -> said.line.eventId()));

  /**
   * The lines that a filter lets through.
   *
   * @param name the file's name in plain letters
   * @param owner what the trail is of
   */
  ExportList<?> list(String name, String owner, TrailFilter filter, Export export) {
    return lines(
        name,
        export.texts().get("export.trail", owner),
        after -> trail.page(filter, Order.OLDEST_FIRST, after, Page.MAX),
        export);
  }

  /**
   * Lines that somebody else reads, page by page.
   *
   * @param name the file's name in plain letters
   * @param title the list's name in the language asked for
   */
  ExportList<?> lines(
      String name, String title, Function<@Nullable Cursor, Page<TrailLine>> pages, Export export) {
    return new ExportList<>(
        name, title, COLUMNS, Rows.paged(after -> said(pages.apply(after), export.locale())));
  }

  private Page<Said> said(Page<TrailLine> page, Locale language) {
    List<TrailRow> words = rows.of(page.items(), language);
    List<Said> said = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      TrailLine line = page.items().get(i);
      said.add(new Said(line, words.get(i), funds.opened(FundId.of(line.fundId()))));
    }
    return new Page<>(said, page.next());
  }
}
