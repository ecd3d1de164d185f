package org.aidledger.core.payout.event;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** One approver agreed; when complete, the money is reserved under entryNumber. */
@Revision("1")
public record PayoutApproved(
    String payoutId,
    String fundId,
    String approvedBy,
    int approvals,
    boolean complete,
    long amount,
    LocalDate effectiveOn,
    @Nullable Long entryNumber)
    implements PayoutEvent {}
