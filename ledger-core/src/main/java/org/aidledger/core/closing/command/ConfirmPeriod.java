package org.aidledger.core.closing.command;

import java.util.List;
import java.util.Set;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.OpenItem;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Confirm the closing or reopening that waits, and with it lock or unlock the funds.
 *
 * @param proposalId the one that was looked at; absent means whatever waits for this period
 * @param openItems what is open now
 * @param funds the organisation's funds, at least those that were opened before its calendar began
 */
public record ConfirmPeriod(
    @RoutingKey String organisation,
    AccountingPeriod period,
    @Nullable String proposalId,
    Set<OpenItem> openItems,
    List<FundId> funds,
    AccountId actor) {}
