package org.aidledger.core.entry.command;

import java.time.LocalDate;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/** Set the opening balance of a fund 期初余额, once. */
public record SetOpeningBalance(
    @RoutingKey FundId fundId,
    Money amount,
    LocalDate effectiveOn,
    String evidence,
    @Nullable SealedText memo,
    @Nullable String documentHash) {}
