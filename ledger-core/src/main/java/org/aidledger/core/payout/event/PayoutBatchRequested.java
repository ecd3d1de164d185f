package org.aidledger.core.payout.event;

import org.axonframework.serialization.Revision;

/** A roster of payouts was asked for as one; the digest is SHA-256 over the payout ids in order. */
@Revision("1")
public record PayoutBatchRequested(
    String batchId,
    String fundId,
    String organisation,
    String reference,
    int count,
    long total,
    String digest,
    String requestedBy)
    implements PayoutBatchEvent {}
