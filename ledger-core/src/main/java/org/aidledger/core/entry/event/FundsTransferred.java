package org.aidledger.core.entry.event;

import java.time.LocalDate;
import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;

/** Money went from one fund to another 调拨; both funds changed in one append. */
@Revision("1")
public record FundsTransferred(
    String transferId,
    String fromFundId,
    String toFundId,
    String reference,
    long amount,
    String currency,
    LocalDate effectiveOn,
    SealedText reason,
    long fromEntryNumber,
    long toEntryNumber) {}
