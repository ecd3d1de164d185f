package org.aidledger.core.fund.event;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A fund was opened with its terms; the threshold is in minor units, absent means one approver. */
@Revision("1")
public record FundOpened(
    String fundId,
    String organisation,
    String code,
    String name,
    String purpose,
    String currency,
    String treatment,
    @Nullable Long approvalThreshold)
    implements FundEvent {}
