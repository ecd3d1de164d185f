package org.aidledger.api.statement;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aidledger.api.export.Cell;
import org.aidledger.api.statement.StatementSheet.Heading;
import org.aidledger.core.money.Money;
import org.jspecify.annotations.Nullable;

/** The columns of a statement, and its totals by currency. */
final class StatementColumns {

  private static final int AMOUNT = 17;
  private static final int NUMBER = 8;
  private static final int DAY = 12;
  private static final int TIME = 24;

  private final StatementWords words;
  private final List<Heading> headings = new ArrayList<>();

  StatementColumns(StatementWords words) {
    this.words = words;
  }

  StatementColumns text(String name, int width) {
    return with(name, width, false);
  }

  StatementColumns amount(String name) {
    return with(name, AMOUNT, true);
  }

  StatementColumns number(String name) {
    return with(name, NUMBER, true);
  }

  StatementColumns position() {
    return with("position", DAY, true);
  }

  StatementColumns day(String name) {
    return with(name, DAY, false);
  }

  StatementColumns time(String name) {
    return with(name, TIME, false);
  }

  private StatementColumns with(String name, int width, boolean figures) {
    headings.add(new Heading(words.get("column." + name), width, figures));
    return this;
  }

  List<Heading> headings() {
    return List.copyOf(headings);
  }

  static Cell words(@Nullable String text) {
    return text == null || text.isEmpty() ? Cell.BLANK : new Cell.Words(text);
  }

  static Cell money(long minor, String currency) {
    return new Cell.Amount(new Money(minor, Currency.getInstance(currency)));
  }

  /** Sums that are exact, one row for each currency, in the order of its name. */
  static final class Totals {

    private final SortedMap<String, long[]> sums = new TreeMap<>();
    private final int figures;
    private long count;

    Totals(int figures) {
      this.figures = figures;
    }

    void add(String currency, long... amounts) {
      long[] sum = sums.computeIfAbsent(currency, _ -> new long[figures]);
      for (int i = 0; i < figures; i++) {
        sum[i] = Math.addExact(sum[i], amounts[i]);
      }
      count++;
    }

    long count() {
      return count;
    }

    SortedMap<String, long[]> byCurrency() {
      return sums;
    }
  }
}
