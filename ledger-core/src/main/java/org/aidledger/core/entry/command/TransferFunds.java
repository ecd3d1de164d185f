package org.aidledger.core.entry.command;

import java.time.LocalDate;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Move money from one fund to another 调拨. */
public record TransferFunds(
    @RoutingKey FundId from,
    FundId to,
    String reference,
    Money amount,
    LocalDate effectiveOn,
    SealedText reason) {}
