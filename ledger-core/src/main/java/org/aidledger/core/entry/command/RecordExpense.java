package org.aidledger.core.entry.command;

import java.time.LocalDate;
import org.aidledger.core.entry.ExpenseCategory;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/** Record expense other than aid. */
public record RecordExpense(
    @RoutingKey FundId fundId,
    ExpenseCategory category,
    String source,
    String reference,
    Money amount,
    LocalDate effectiveOn,
    @Nullable SealedText memo,
    @Nullable String documentHash) {}
