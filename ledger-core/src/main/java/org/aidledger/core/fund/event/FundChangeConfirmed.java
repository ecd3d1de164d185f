package org.aidledger.core.fund.event;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A second person confirmed the proposed terms; they are in force. */
@Revision("1")
public record FundChangeConfirmed(
    String fundId,
    String changeId,
    @Nullable String purpose,
    @Nullable Long approvalThreshold,
    boolean thresholdRemoved)
    implements FundEvent {}
