package org.aidledger.core.fund.command;

import java.time.LocalDate;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/** Close a fund, moving the rest to the successor if one is named. */
public record CloseFund(
    @RoutingKey FundId fundId, @Nullable FundId successor, SealedText reason, LocalDate today) {}
