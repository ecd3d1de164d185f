package org.aidledger.core.account.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;

/** Someone may sign in; the name is sealed, the password is kept elsewhere. */
@Revision("1")
public record AccountOpened(String accountId, SealedText username) implements AccountEvent {}
