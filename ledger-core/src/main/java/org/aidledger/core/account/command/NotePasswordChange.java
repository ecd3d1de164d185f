package org.aidledger.core.account.command;

import org.aidledger.core.account.AccountId;
import org.axonframework.commandhandling.RoutingKey;

/** Put on record that an account's password changed. */
public record NotePasswordChange(@RoutingKey AccountId accountId) {}
