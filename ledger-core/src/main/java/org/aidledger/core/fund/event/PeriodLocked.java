package org.aidledger.core.fund.event;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** A period was closed for this fund: no entry enters it behind this event. */
@Revision("1")
public record PeriodLocked(
    String fundId, String period, LocalDate closedThrough, String lateEntries)
    implements FundEvent {}
