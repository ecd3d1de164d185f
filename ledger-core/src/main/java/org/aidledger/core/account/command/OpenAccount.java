package org.aidledger.core.account.command;

import java.util.Set;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Open an account with its first roles. */
public record OpenAccount(
    @RoutingKey AccountId accountId, SealedText username, Set<Role> roles, AccountId actor) {}
