package org.aidledger.core.account.event;

import org.axonframework.serialization.Revision;

/** An account may act in a role. */
@Revision("1")
public record RoleGranted(String accountId, String role) implements AccountEvent {}
