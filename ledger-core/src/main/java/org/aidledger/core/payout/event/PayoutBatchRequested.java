package org.aidledger.core.payout.event;

import java.util.List;
import org.axonframework.serialization.Revision;

/** A roster of payouts was asked for as one; its payouts are listed in order. */
@Revision("1")
public record PayoutBatchRequested(
    String batchId,
    String fundId,
    String organisation,
    String reference,
    int count,
    long total,
    List<String> payoutIds,
    String requestedBy)
    implements PayoutBatchEvent {}
