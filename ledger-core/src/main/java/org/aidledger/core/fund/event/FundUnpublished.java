package org.aidledger.core.fund.event;

import org.axonframework.serialization.Revision;

/** A fund's totals and counts are no longer public. */
@Revision("1")
public record FundUnpublished(String fundId, String unpublishedBy) implements FundEvent {}
