package org.aidledger.api.statement;

import static org.aidledger.api.statement.StatementColumns.money;
import static org.aidledger.api.statement.StatementColumns.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.aidledger.api.export.Cell;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.BookedLines;
import org.aidledger.projections.trail.BookedQueries;
import org.aidledger.projections.trail.BookedQueries.BookedFund;
import org.aidledger.projections.trail.BookedQueries.PayoutTerms;
import org.aidledger.projections.trail.TrailLine;
import org.jspecify.annotations.Nullable;

/**
 * The statements that list entries one by one, in the order of recording: 发放花名册, 捐赠收入明细表, 冲销更正登记表.
 * Entries are read and people opened page by page.
 */
final class EntryStatement {

  private static final int SHORT_ID = 8;

  private final BookedQueries booked;
  private final StatementPeople people;
  private final StatementWords words;
  private final Map<String, BookedFund> funds = new HashMap<>();

  EntryStatement(BookedQueries booked, StatementPeople people, StatementWords words) {
    this.booked = booked;
    this.people = people;
    this.words = words;
  }

  static StatementColumns columns(StatementKind kind, StatementWords words) {
    StatementColumns columns =
        new StatementColumns(words)
            .number("number")
            .text("fundCode", 12)
            .text("fundName", 20)
            .number("entryNumber")
            .position()
            .day("effectiveOn")
            .time("recordedAt")
            .text("type", 12)
            .text("reference", 22);
    return switch (kind) {
      case PAYOUTS ->
          columns
              .text("payee", 22)
              .text("lastFour", 9)
              .amount("amount")
              .text("currency", 6)
              .text("bankReference", 20)
              .text("purpose", 24);
      case DONATIONS ->
          columns
              .text("source", 14)
              .text("channel", 10)
              .text("donor", 24)
              .amount("amount")
              .text("currency", 6);
      case CORRECTIONS ->
          columns.amount("amount").text("currency", 6).text("actor", 11).text("reason", 26);
      case INCOME_EXPENDITURE, EXCEPTIONS ->
          throw new IllegalArgumentException("no list of entries: " + kind);
    };
  }

  void write(StatementKind kind, StatementScope scope, StatementSheet sheet) throws IOException {
    booked.funds(scope.span()).forEach(fund -> funds.put(fund.fundId(), fund));
    BookedLines lines = BookedLines.valueOf(kind.name());
    long start = booked.start(scope.span());
    StatementColumns.Totals totals = new StatementColumns.Totals(1);
    Cursor after = null;
    do {
      Page<TrailLine> page = booked.page(scope.span(), lines, start, after);
      write(kind, page.items(), totals, sheet);
      after = page.next();
    } while (after != null);
    sheet.total(List.of(words(words.get("total.count", Long.toString(totals.count())))));
    if (kind != StatementKind.CORRECTIONS) {
      for (Map.Entry<String, long[]> total : totals.byCurrency().entrySet()) {
        sheet.total(total(kind, total.getKey(), total.getValue()[0]));
      }
    }
  }

  private List<Cell> total(StatementKind kind, String currency, long amount) {
    List<Cell> cells = new ArrayList<>();
    cells.add(words(words.get("total")));
    while (cells.size() < (kind == StatementKind.PAYOUTS ? 11 : 12)) {
      cells.add(Cell.BLANK);
    }
    cells.add(money(amount, currency));
    cells.add(words(currency));
    return cells;
  }

  private void write(
      StatementKind kind,
      List<TrailLine> lines,
      StatementColumns.Totals totals,
      StatementSheet sheet)
      throws IOException {
    Map<SealedText, String> names = people.names(sealed(lines, TrailLine::person));
    Map<SealedText, String> texts =
        kind == StatementKind.CORRECTIONS ? people.texts(sealed(lines, TrailLine::text)) : Map.of();
    Map<String, PayoutTerms> terms =
        kind == StatementKind.PAYOUTS
            ? booked.terms(lines.stream().map(TrailLine::streamId).distinct().toList())
            : Map.of();
    Map<SealedText, String> purposes =
        people.texts(terms.values().stream().map(PayoutTerms::purpose).toList());
    for (TrailLine line : lines) {
      totals.add(line.currency(), signed(kind, line));
      List<Cell> cells = common(kind, line, totals.count());
      switch (kind) {
        case PAYOUTS -> {
          PayoutTerms asked = Objects.requireNonNull(terms.get(line.streamId()));
          cells.add(words(name(line, names)));
          cells.add(words(asked.accountLastFour()));
          amount(kind, line, cells);
          cells.add(words(line.facts().get("bankReference")));
          cells.add(words(purposes.get(asked.purpose())));
        }
        case DONATIONS -> {
          cells.add(words(line.facts().get("source")));
          String channel = line.facts().get("channel");
          cells.add(words(channel == null ? null : words.word("channel", channel)));
          cells.add(words(donor(line, names)));
          amount(kind, line, cells);
        }
        case CORRECTIONS -> {
          amount(kind, line, cells);
          cells.add(words(account(line.actor())));
          SealedText reason = line.text();
          cells.add(words(reason == null ? null : texts.get(reason)));
        }
        case INCOME_EXPENDITURE, EXCEPTIONS ->
            throw new IllegalArgumentException("no list of entries: " + kind);
      }
      sheet.row(cells);
    }
  }

  private List<Cell> common(StatementKind kind, TrailLine line, long number) {
    BookedFund fund = Objects.requireNonNull(funds.get(line.fundId()));
    return new ArrayList<>(
        List.of(
            new Cell.Whole(number),
            words(fund.code()),
            words(fund.name()),
            new Cell.Whole(Objects.requireNonNull(line.entryNumber())),
            new Cell.Whole(line.place().position()),
            new Cell.Day(Objects.requireNonNull(line.effectiveOn())),
            new Cell.Time(line.recordedAt()),
            words(type(kind, line)),
            words(line.facts().get("reference"))));
  }

  private String type(StatementKind kind, TrailLine line) {
    String movement = Objects.requireNonNull(line.movement());
    if (kind == StatementKind.CORRECTIONS) {
      String named = words.word("movement", movement);
      return words.get("correction." + line.type(), named);
    }
    if (line.refund()) {
      return words.get(movement.equals("RETURN") ? "movement.REFUND_RETURN" : "movement.REFUND");
    }
    return words.get("movement." + movement);
  }

  private static void amount(StatementKind kind, TrailLine line, List<Cell> cells) {
    cells.add(money(signed(kind, line), line.currency()));
    cells.add(words(line.currency()));
  }

  /** As the statement adds it up: aid that was paid, donations less what was given back. */
  private static long signed(StatementKind kind, TrailLine line) {
    long amount = Objects.requireNonNull(line.amount());
    boolean returned = "RETURN".equals(line.movement());
    return switch (kind) {
      case PAYOUTS -> returned ? -amount : amount;
      case DONATIONS -> line.refund() && !returned ? -amount : amount;
      case CORRECTIONS, INCOME_EXPENDITURE, EXCEPTIONS -> amount;
    };
  }

  private static @Nullable String name(TrailLine line, Map<SealedText, String> names) {
    SealedText person = line.person();
    return person == null ? null : names.get(person);
  }

  private @Nullable String donor(TrailLine line, Map<SealedText, String> names) {
    String name = name(line, names);
    String unit = line.facts().get("donorOrganisation");
    if (name != null) {
      return unit == null ? name : words.get("donor.through", name, unit);
    }
    return "ANONYMOUS".equals(line.facts().get("donorKind")) ? words.get("donor.anonymous") : unit;
  }

  private static @Nullable String account(@Nullable String actor) {
    return actor == null ? null : actor.substring(0, SHORT_ID).toUpperCase(Locale.ROOT);
  }

  private static List<SealedText> sealed(
      List<TrailLine> lines, Function<TrailLine, @Nullable SealedText> which) {
    List<SealedText> sealed = new ArrayList<>();
    for (TrailLine line : lines) {
      SealedText text = which.apply(line);
      if (text != null) {
        sealed.add(text);
      }
    }
    return sealed;
  }
}
