package org.aidledger.core.period.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;

/** One person asked to reopen the last closed period 反结账, for a reason; it waits for a second. */
@Revision("1")
public record PeriodReopeningProposed(
    String organisation, String period, String proposalId, SealedText reason, String proposedBy)
    implements PeriodEvent {}
