package org.aidledger.core.fund.command;

import org.aidledger.core.fund.FundId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Open a frozen fund again. */
public record UnfreezeFund(@RoutingKey FundId fundId, SealedText reason) {}
