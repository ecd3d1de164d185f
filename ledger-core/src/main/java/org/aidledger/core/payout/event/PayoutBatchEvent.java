package org.aidledger.core.payout.event;

/** A fact on the stream of a batch of payouts. */
public sealed interface PayoutBatchEvent
    permits PayoutBatchRequested, PayoutBatchApproved, PayoutBatchRejected {

  String batchId();

  String fundId();
}
