package org.aidledger.core.fund.event;

import org.axonframework.serialization.Revision;

/** From here on everybody may see a fund's totals and counts. */
@Revision("1")
public record FundPublished(String fundId, String publishedBy) implements FundEvent {}
