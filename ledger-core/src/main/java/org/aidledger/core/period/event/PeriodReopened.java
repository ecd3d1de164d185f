package org.aidledger.core.period.event;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A second person confirmed: the funds take entries of the period again, in the same append. */
@Revision("1")
public record PeriodReopened(
    String organisation,
    String period,
    String proposalId,
    @Nullable LocalDate closedThrough,
    int funds,
    String confirmedBy)
    implements PeriodEvent {}
