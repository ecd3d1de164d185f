package org.aidledger.core.account.event;

import org.axonframework.serialization.Revision;

/** An account may no longer act in a role. */
@Revision("1")
public record RoleRevoked(String accountId, String role) implements AccountEvent {}
