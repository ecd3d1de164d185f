package org.aidledger.projections.fund;

import org.aidledger.projections.Figures;
import org.jspecify.annotations.Nullable;

/**
 * A fund as it stands now.
 *
 * @param approvalThreshold in minor units, absent means one approver
 * @param state OPEN, FROZEN or CLOSED
 * @param published whether everybody may see its totals and counts
 * @param successorFundId where the rest of a closed fund went
 * @param pendingChange new terms that wait for a second person
 * @param lastEntryNumber how many entries its journal has
 * @param openedPosition the position of its first event
 * @param lastPosition the position of its latest event
 */
public record FundView(
    String fundId,
    String organisation,
    String code,
    String name,
    String purpose,
    String currency,
    String treatment,
    @Nullable Long approvalThreshold,
    String state,
    boolean published,
    @Nullable String successorFundId,
    @Nullable PendingChangeView pendingChange,
    Figures figures,
    long lastEntryNumber,
    long openedPosition,
    long lastPosition) {}
