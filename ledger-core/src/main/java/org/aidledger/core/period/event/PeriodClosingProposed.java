package org.aidledger.core.period.event;

import java.util.Map;
import org.axonframework.serialization.Revision;

/** One person closed a period 结账; it waits for a second. openItems: how much of each was open. */
@Revision("1")
public record PeriodClosingProposed(
    String organisation,
    String period,
    String proposalId,
    String lateEntries,
    Map<String, String> openItems,
    String proposedBy)
    implements PeriodEvent {}
