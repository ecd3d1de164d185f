package org.aidledger.core.account.event;

import org.axonframework.serialization.Revision;

/** The password of an account changed. */
@Revision("1")
public record PasswordChanged(String accountId) implements AccountEvent {}
