package org.aidledger.core.fund.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A fund was closed at zero, the rest having moved to the successor if one is named. */
@Revision("1")
public record FundClosed(String fundId, SealedText reason, @Nullable String successorFundId)
    implements FundEvent {}
