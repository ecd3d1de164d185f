package org.aidledger.core.payout.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;

/** An approver refused the payout. */
@Revision("1")
public record PayoutRejected(String payoutId, String fundId, SealedText reason)
    implements PayoutEvent {}
