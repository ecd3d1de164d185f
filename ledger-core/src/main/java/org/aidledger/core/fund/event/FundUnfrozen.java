package org.aidledger.core.fund.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;

/** A frozen fund was opened again. */
@Revision("1")
public record FundUnfrozen(String fundId, SealedText reason) implements FundEvent {}
