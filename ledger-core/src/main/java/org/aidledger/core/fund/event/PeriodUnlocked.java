package org.aidledger.core.fund.event;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A period was reopened for this fund; what was closed before it stays closed. */
@Revision("1")
public record PeriodUnlocked(
    String fundId, String period, @Nullable LocalDate closedThrough, @Nullable String lateEntries)
    implements FundEvent {}
