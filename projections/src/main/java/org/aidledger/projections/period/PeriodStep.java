package org.aidledger.projections.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * One step of closing or reopening a period, as it was recorded.
 *
 * @param type the event's name
 * @param actor who proposed or confirmed
 * @param lateEntries REFUSED or NEXT_PERIOD, of closings alone
 * @param openItems what was open when the closing was proposed, and how much of each
 * @param reason why it should be reopened, sealed
 * @param closedThrough the last closed day from then on, of confirmations alone
 * @param funds how many funds were locked or unlocked, of confirmations alone
 * @param statements what the closing statements hash to, of closings alone
 */
public record PeriodStep(
    long position,
    Instant recordedAt,
    String organisation,
    String type,
    String period,
    String proposalId,
    String actor,
    @Nullable String lateEntries,
    Map<String, String> openItems,
    @Nullable SealedText reason,
    @Nullable LocalDate closedThrough,
    @Nullable Integer funds,
    @Nullable ClosingStatements statements) {}
