package org.aidledger.core.period.event;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A second person confirmed: all funds of the organisation are locked in the same append.
 * Statements are absent where the book was not sealed, and in books of before there were any.
 */
@Revision("1")
public record PeriodClosed(
    String organisation,
    String period,
    String proposalId,
    LocalDate closedThrough,
    String lateEntries,
    int funds,
    String confirmedBy,
    @Nullable ClosingStatements statements)
    implements PeriodEvent {}
