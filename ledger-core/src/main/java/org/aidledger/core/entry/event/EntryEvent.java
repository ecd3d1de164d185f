package org.aidledger.core.entry.event;

import java.time.LocalDate;

/** The first fact of one entry that is neither a donation nor a payout. */
public sealed interface EntryEvent permits OpeningBalanceSet, IncomeRecorded, ExpenseRecorded {

  String entryId();

  String fundId();

  long amount();

  LocalDate effectiveOn();

  long entryNumber();
}
