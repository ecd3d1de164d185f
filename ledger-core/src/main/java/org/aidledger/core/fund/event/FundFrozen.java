package org.aidledger.core.fund.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;

/** A fund was frozen: nothing new is recorded until it is unfrozen. */
@Revision("1")
public record FundFrozen(String fundId, SealedText reason) implements FundEvent {}
