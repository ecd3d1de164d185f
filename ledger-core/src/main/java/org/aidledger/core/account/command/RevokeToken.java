package org.aidledger.core.account.command;

import org.aidledger.core.account.AccountId;
import org.axonframework.commandhandling.RoutingKey;

/** Put on record that an API token was revoked. */
public record RevokeToken(@RoutingKey AccountId accountId, String tokenId) {}
