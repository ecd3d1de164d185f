package org.aidledger.api.statement;

import static org.aidledger.api.statement.StatementColumns.money;
import static org.aidledger.api.statement.StatementColumns.words;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.export.Cell;
import org.aidledger.projections.Figures;
import org.aidledger.projections.fund.Balance;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.trail.BookedQueries;
import org.aidledger.projections.trail.BookedQueries.BookedFund;
import org.aidledger.projections.trail.BookedSpan;

/**
 * 收支结余表: what each fund had, what came, what went, and what is left. An entry counts in the period
 * that it was booked in. What is reserved is part of the balance until it is paid.
 */
final class BalanceStatement {

  private static final int AMOUNTS = 13;
  private static final int TOGETHER = 500;
  private static final Figures NOTHING = Figures.of(new long[9]);

  private final BookedQueries booked;
  private final BalanceQueries balances;

  BalanceStatement(BookedQueries booked, BalanceQueries balances) {
    this.booked = booked;
    this.balances = balances;
  }

  static StatementColumns columns(StatementWords words) {
    return new StatementColumns(words)
        .text("fundCode", 14)
        .text("fundName", 26)
        .text("currency", 6)
        .amount("opening")
        .amount("donations")
        .amount("refunds")
        .amount("otherIncome")
        .amount("transferredIn")
        .amount("income")
        .amount("paid")
        .amount("otherExpense")
        .amount("transferredOut")
        .amount("expenditure")
        .amount("closing")
        .amount("reserved")
        .amount("available");
  }

  void write(StatementScope scope, StatementWords words, StatementSheet sheet) throws IOException {
    BookedSpan span = scope.span();
    List<BookedFund> funds = booked.funds(span);
    Map<String, Figures> before = figures(span, funds, span.first().minusDays(1));
    Map<String, Figures> after = figures(span, funds, span.last());
    StatementColumns.Totals totals = new StatementColumns.Totals(AMOUNTS);
    for (BookedFund fund : funds) {
      long[] amounts =
          amounts(
              before.getOrDefault(fund.fundId(), NOTHING),
              after.getOrDefault(fund.fundId(), NOTHING));
      totals.add(fund.currency(), amounts);
      sheet.row(row(words(fund.code()), words(fund.name()), fund.currency(), amounts));
    }
    for (Map.Entry<String, long[]> total : totals.byCurrency().entrySet()) {
      sheet.total(row(words(words.get("total")), Cell.BLANK, total.getKey(), total.getValue()));
    }
  }

  /** The figures of everything that was booked in months up to a day. */
  private Map<String, Figures> figures(BookedSpan span, List<BookedFund> funds, LocalDate through) {
    Map<String, Figures> behind = booked.bookedBehind(span, through);
    Map<String, Figures> found = new HashMap<>();
    for (int from = 0; from < funds.size(); from += TOGETHER) {
      List<String> some =
          funds.subList(from, Math.min(funds.size(), from + TOGETHER)).stream()
              .map(BookedFund::fundId)
              .toList();
      for (Balance balance : balances.balances(some, through, span.size() - 1)) {
        Figures late = behind.getOrDefault(balance.fundId(), NOTHING);
        found.put(balance.fundId(), minus(balance.figures(), late));
      }
    }
    return found;
  }

  private static Figures minus(Figures all, Figures less) {
    long[] left = all.toArray();
    long[] taken = less.toArray();
    for (int i = 0; i < left.length; i++) {
      left[i] = Math.subtractExact(left[i], taken[i]);
    }
    return Figures.of(left);
  }

  /** In the order of the columns; an opening balance that was set within the period opens it. */
  private static long[] amounts(Figures before, Figures after) {
    Figures moved = minus(after, before);
    long opening = before.available() + before.reserved() + moved.opening();
    long income = moved.received() - moved.refunded() + moved.otherIncome() + moved.transferredIn();
    long expenditure = moved.paid() + moved.otherExpense() + moved.transferredOut();
    long closing = Math.addExact(after.available(), after.reserved());
    if (opening + income - expenditure != closing) {
      throw new IllegalStateException("A fund's statement does not add up.");
    }
    return new long[] {
      opening,
      moved.received(),
      moved.refunded(),
      moved.otherIncome(),
      moved.transferredIn(),
      income,
      moved.paid(),
      moved.otherExpense(),
      moved.transferredOut(),
      expenditure,
      closing,
      after.reserved(),
      after.available()
    };
  }

  private static List<Cell> row(Cell code, Cell name, String currency, long[] amounts) {
    List<Cell> cells = new ArrayList<>(List.of(code, name, words(currency)));
    for (long amount : amounts) {
      cells.add(money(amount, currency));
    }
    return cells;
  }
}
