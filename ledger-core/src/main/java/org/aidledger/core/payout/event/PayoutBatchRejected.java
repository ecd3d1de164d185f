package org.aidledger.core.payout.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;

/** An approver refused the whole roster. */
@Revision("1")
public record PayoutBatchRejected(String batchId, String fundId, SealedText reason)
    implements PayoutBatchEvent {}
