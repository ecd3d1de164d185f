package org.aidledger.core.account.event;

import org.axonframework.serialization.Revision;

/** An API token no longer works. */
@Revision("1")
public record TokenRevoked(String accountId, String tokenId) implements AccountEvent {}
