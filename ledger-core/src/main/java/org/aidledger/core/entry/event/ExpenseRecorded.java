package org.aidledger.core.entry.event;

import java.time.LocalDate;
import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Expense other than aid: bank fees. */
@Revision("1")
public record ExpenseRecorded(
    String entryId,
    String fundId,
    String category,
    String source,
    String reference,
    long amount,
    String currency,
    LocalDate effectiveOn,
    @Nullable SealedText memo,
    @Nullable String documentHash,
    long entryNumber)
    implements EntryEvent {}
