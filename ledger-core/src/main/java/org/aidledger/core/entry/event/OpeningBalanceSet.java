package org.aidledger.core.entry.event;

import java.time.LocalDate;
import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The balance with which the book of a fund begins 期初余额. */
@Revision("1")
public record OpeningBalanceSet(
    String entryId,
    String fundId,
    long amount,
    String currency,
    LocalDate effectiveOn,
    String evidence,
    @Nullable SealedText memo,
    @Nullable String documentHash,
    long entryNumber)
    implements EntryEvent {}
