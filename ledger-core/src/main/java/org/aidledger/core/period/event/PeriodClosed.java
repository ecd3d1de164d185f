package org.aidledger.core.period.event;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** A second person confirmed: all funds of the organisation are locked in the same append. */
@Revision("1")
public record PeriodClosed(
    String organisation,
    String period,
    String proposalId,
    LocalDate closedThrough,
    String lateEntries,
    int funds,
    String confirmedBy)
    implements PeriodEvent {}
