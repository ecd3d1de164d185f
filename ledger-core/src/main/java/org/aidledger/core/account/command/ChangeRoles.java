package org.aidledger.core.account.command;

import java.util.Set;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.axonframework.commandhandling.RoutingKey;

/** Give an account exactly these roles. */
public record ChangeRoles(@RoutingKey AccountId accountId, Set<Role> roles, AccountId actor) {}
