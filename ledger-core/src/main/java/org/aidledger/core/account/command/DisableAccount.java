package org.aidledger.core.account.command;

import org.aidledger.core.account.AccountId;
import org.axonframework.commandhandling.RoutingKey;

/** Let an account sign in no more. */
public record DisableAccount(@RoutingKey AccountId accountId, AccountId actor) {}
