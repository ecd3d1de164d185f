package org.aidledger.core.account.event;

import org.axonframework.serialization.Revision;

/** An account may no longer sign in. */
@Revision("1")
public record AccountDisabled(String accountId) implements AccountEvent {}
