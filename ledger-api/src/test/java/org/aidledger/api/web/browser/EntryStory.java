package org.aidledger.api.web.browser;

import java.time.LocalDate;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.ExpenseRecorded;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.entry.event.IncomeRecorded;
import org.aidledger.core.entry.event.OpeningBalanceSet;
import org.aidledger.core.fund.Movement;

/** The entries of the story that are neither donations nor payouts. */
final class EntryStory {

  private final Book book;

  EntryStory(Book book) {
    this.book = book;
  }

  void opening(String fund, long amount) {
    String id = Book.id("opening " + fund);
    book.add(
        "finance",
        "Entry",
        id,
        new OpeningBalanceSet(
            id,
            fund,
            amount,
            "CNY",
            LocalDate.of(2025, 5, 31),
            "2025 年 5 月银行对账单",
            null,
            "a1".repeat(32),
            book.entry(fund)));
  }

  void income(String fund, String category, long amount, LocalDate day) {
    String id = Book.id("income " + fund + day);
    book.add(
        "finance",
        "Entry",
        id,
        new IncomeRecorded(
            id,
            fund,
            category,
            "ICBC-0317",
            "SR-" + day,
            amount,
            "CNY",
            day,
            null,
            null,
            book.entry(fund)));
  }

  void expense(String fund, long amount, LocalDate day) {
    String id = Book.id("expense " + fund + day);
    book.add(
        "finance",
        "Entry",
        id,
        new ExpenseRecorded(
            id,
            fund,
            "BANK_FEE",
            "ICBC-0317",
            "ZC-" + day,
            amount,
            "CNY",
            day,
            Book.sealed("跨行转账手续费"),
            null,
            book.entry(fund)));
  }

  /** An expense that a second person takes out of the book again. */
  void expenseByMistake(String fund, long amount, LocalDate day) {
    expense(fund, amount, day);
    String id = Book.id("expense " + fund + day);
    book.add(
        "finance2",
        "Entry",
        id,
        new EntryReversed(
            id, fund, Movement.EXPENSE, book.entry(fund), amount, day, Book.sealed("手续费由开户行承担")));
  }

  void transfer(String from, String to, long amount, LocalDate day) {
    String id = Book.id("transfer " + from + to);
    book.add(
        "finance",
        "Transfer",
        id,
        new FundsTransferred(
            id,
            from,
            to,
            "DB-" + day,
            amount,
            "CNY",
            day,
            Book.sealed("按年度预算调拨"),
            book.entry(from),
            book.entry(to)));
  }
}
