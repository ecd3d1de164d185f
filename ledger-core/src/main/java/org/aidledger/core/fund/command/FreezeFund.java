package org.aidledger.core.fund.command;

import org.aidledger.core.fund.FundId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Freeze a fund. */
public record FreezeFund(@RoutingKey FundId fundId, SealedText reason) {}
