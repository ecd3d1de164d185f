package org.aidledger.core.account.event;

import org.axonframework.serialization.Revision;

/** An API token was issued; the token itself is shown once and never kept. */
@Revision("1")
public record TokenIssued(String accountId, String tokenId) implements AccountEvent {}
