package org.aidledger.api.statement;

import static org.aidledger.api.statement.StatementColumns.money;
import static org.aidledger.api.statement.StatementColumns.words;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.export.Cell;
import org.aidledger.projections.trail.BookedQueries;
import org.aidledger.projections.trail.BookedQueries.BookedFund;
import org.jspecify.annotations.Nullable;

/** 异常清单: what the rules find, rule by rule, each line with the position of its event. */
final class ExceptionStatement {

  private static final int SHORT_ID = 8;

  private final BookedQueries booked;
  private final List<ExceptionRule> rules;
  private final StatementWords words;
  private long found;

  ExceptionStatement(BookedQueries booked, List<ExceptionRule> rules, StatementWords words) {
    this.booked = booked;
    this.rules = rules;
    this.words = words;
  }

  static StatementColumns columns(StatementWords words) {
    return new StatementColumns(words)
        .number("number")
        .text("kind", 30)
        .text("fundCode", 12)
        .text("fundName", 20)
        .position()
        .time("recordedAt")
        .day("effectiveOn")
        .number("entryNumber")
        .amount("amount")
        .text("currency", 6)
        .text("about", 40)
        .text("actor", 11);
  }

  void write(StatementScope scope, StatementSheet sheet) throws IOException {
    Map<String, BookedFund> funds = new HashMap<>();
    booked.funds(scope.span()).forEach(fund -> funds.put(fund.fundId(), fund));
    for (ExceptionRule rule : rules) {
      rule.find(scope, words, line -> sheet.row(row(line, funds)));
    }
    sheet.total(List.of(words(words.get("total.count", Long.toString(found)))));
  }

  private List<Cell> row(ExceptionRule.Line line, Map<String, BookedFund> funds) {
    found++;
    BookedFund fund = line.fundId() == null ? null : funds.get(line.fundId());
    return List.of(
        new Cell.Whole(found),
        words(words.get("exception." + line.kind())),
        words(fund == null ? null : fund.code()),
        words(fund == null ? null : fund.name()),
        new Cell.Whole(line.position()),
        new Cell.Time(line.recordedAt()),
        day(line.effectiveOn()),
        whole(line.entryNumber()),
        amount(line.amount(), line.currency()),
        words(line.currency()),
        words(line.about()),
        words(account(line.actor())));
  }

  private static Cell day(@Nullable LocalDate day) {
    return day == null ? Cell.BLANK : new Cell.Day(day);
  }

  private static Cell whole(@Nullable Long number) {
    return number == null ? Cell.BLANK : new Cell.Whole(number);
  }

  private static Cell amount(@Nullable Long amount, @Nullable String currency) {
    return amount == null || currency == null ? Cell.BLANK : money(amount, currency);
  }

  private static @Nullable String account(@Nullable String actor) {
    return actor == null ? null : actor.substring(0, SHORT_ID).toUpperCase(Locale.ROOT);
  }
}
