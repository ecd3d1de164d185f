package org.aidledger.projections.payout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * A batch of payouts as it stands now.
 *
 * @param state REQUESTED, APPROVED or REJECTED; its payouts have states of their own
 * @param total of all its payouts, in minor units
 * @param payoutsByState how many of its payouts are in which state
 */
public record PayoutBatchView(
    String batchId,
    String fundId,
    String organisation,
    String reference,
    String state,
    int count,
    long total,
    String requestedBy,
    Instant requestedAt,
    List<ApprovalView> approvals,
    @Nullable SealedText reason,
    Map<String, Long> payoutsByState,
    long firstPosition,
    long lastPosition) {}
