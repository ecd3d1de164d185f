package org.aidledger.core.entry.event;

import java.time.LocalDate;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;

/** An entry that was recorded by mistake was reversed 红字冲销; no money moved. */
@Revision("1")
public record EntryReversed(
    String entryId,
    String fundId,
    Movement movement,
    long entryNumber,
    long amount,
    LocalDate effectiveOn,
    SealedText reason) {}
