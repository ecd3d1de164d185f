package org.aidledger.projections.fund;

import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * Proposed terms of a fund.
 *
 * @param purpose the new purpose, absent if it stays
 * @param approvalThreshold the new threshold in minor units, absent if it stays or is removed
 */
public record PendingChangeView(
    String changeId,
    @Nullable String purpose,
    @Nullable Long approvalThreshold,
    boolean thresholdRemoved,
    String proposedBy,
    SealedText reason) {}
