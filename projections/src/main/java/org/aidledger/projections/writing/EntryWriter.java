package org.aidledger.projections.writing;

import java.time.LocalDate;
import org.aidledger.core.entry.event.EntryEvent;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.ExpenseRecorded;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.entry.event.IncomeRecorded;
import org.aidledger.core.entry.event.OpeningBalanceSet;
import org.aidledger.core.fund.Movement;
import org.aidledger.projections.RecordedEvent;

/** Writes the entries that are neither donations nor payouts. */
final class EntryWriter {

  private final Journal journal;

  EntryWriter(Journal journal) {
    this.journal = journal;
  }

  void apply(RecordedEvent event, EntryEvent fact) {
    journal.write(
        event,
        switch (fact) {
          case OpeningBalanceSet set -> opening(set);
          case IncomeRecorded income -> income(income);
          case ExpenseRecorded expense -> expense(expense);
        });
  }

  void apply(RecordedEvent event, EntryReversed fact) {
    Posting posting =
        new Posting(fact.entryNumber(), fact.movement(), -fact.amount(), fact.effectiveOn());
    journal.write(event, Line.entry(fact.fundId(), posting, new Facts()).text(fact.reason()));
  }

  void apply(RecordedEvent event, FundsTransferred fact) {
    Facts toOther =
        new Facts().with("reference", fact.reference()).with("counterpartFundId", fact.toFundId());
    Facts fromOther =
        new Facts()
            .with("reference", fact.reference())
            .with("counterpartFundId", fact.fromFundId());
    journal.write(
        event,
        Line.entry(fact.fromFundId(), transfer(fact, Movement.TRANSFER_OUT), toOther)
            .text(fact.reason()));
    journal.write(
        event,
        Line.entry(fact.toFundId(), transfer(fact, Movement.TRANSFER_IN), fromOther)
            .text(fact.reason())
            .second());
  }

  private static Posting transfer(FundsTransferred fact, Movement movement) {
    long number = movement == Movement.TRANSFER_OUT ? fact.fromEntryNumber() : fact.toEntryNumber();
    return new Posting(number, movement, fact.amount(), fact.effectiveOn());
  }

  private static Line opening(OpeningBalanceSet set) {
    Facts facts =
        new Facts().with("evidence", set.evidence()).with("documentHash", set.documentHash());
    return Line.entry(set.fundId(), posting(set, Movement.OPENING, set.effectiveOn()), facts)
        .text(set.memo());
  }

  private static Line income(IncomeRecorded income) {
    Facts facts =
        new Facts()
            .with("category", income.category())
            .with("source", income.source())
            .with("reference", income.reference())
            .with("documentHash", income.documentHash());
    return Line.entry(
            income.fundId(), posting(income, Movement.INCOME, income.effectiveOn()), facts)
        .text(income.memo());
  }

  private static Line expense(ExpenseRecorded expense) {
    Facts facts =
        new Facts()
            .with("category", expense.category())
            .with("source", expense.source())
            .with("reference", expense.reference())
            .with("documentHash", expense.documentHash());
    return Line.entry(
            expense.fundId(), posting(expense, Movement.EXPENSE, expense.effectiveOn()), facts)
        .text(expense.memo());
  }

  private static Posting posting(EntryEvent fact, Movement movement, LocalDate effectiveOn) {
    return new Posting(fact.entryNumber(), movement, fact.amount(), effectiveOn);
  }
}
