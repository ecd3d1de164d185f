package org.aidledger.core.period.event;

import org.axonframework.serialization.Revision;

/** A fund was opened in an organisation that closes its periods; the next closing knows it. */
@Revision("1")
public record FundListed(String organisation, String fundId) implements PeriodEvent {}
