package org.aidledger.core.payout.event;

import java.time.LocalDate;
import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;

/** The bank sent the money back 退汇; it is owed again and reserved. */
@Revision("1")
public record PayoutReturned(
    String payoutId,
    String fundId,
    String kind,
    long amount,
    LocalDate returnedOn,
    SealedText reason,
    long entryNumber)
    implements PayoutEvent {}
