package org.aidledger.core.payout.event;

/** A fact on a payout's own stream. */
public sealed interface PayoutEvent
    permits PayoutRequested,
        PayoutApproved,
        PayoutRejected,
        PayoutPaid,
        PayoutReturned,
        PayoutCancelled {

  String payoutId();

  String fundId();
}
