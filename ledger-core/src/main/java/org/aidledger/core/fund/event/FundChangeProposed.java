package org.aidledger.core.fund.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** One person proposed other terms; they wait for a second person. */
@Revision("1")
public record FundChangeProposed(
    String fundId,
    String changeId,
    @Nullable String purpose,
    @Nullable Long approvalThreshold,
    boolean thresholdRemoved,
    SealedText reason,
    String proposedBy)
    implements FundEvent {}
