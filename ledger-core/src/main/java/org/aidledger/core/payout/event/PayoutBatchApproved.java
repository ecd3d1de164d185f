package org.aidledger.core.payout.event;

import org.axonframework.serialization.Revision;

/** One approver agreed to the whole roster. */
@Revision("1")
public record PayoutBatchApproved(
    String batchId, String fundId, String approvedBy, int approvals, boolean complete)
    implements PayoutBatchEvent {}
