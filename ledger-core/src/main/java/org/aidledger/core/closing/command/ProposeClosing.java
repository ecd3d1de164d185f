package org.aidledger.core.closing.command;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.LateEntries;
import org.aidledger.core.period.OpenItem;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Close a period 结账; a second person confirms.
 *
 * @param openItems what is open now, with how much of it there is
 * @param acknowledged what may stay open
 * @param today in the business time zone
 */
public record ProposeClosing(
    @RoutingKey String organisation,
    AccountingPeriod period,
    String proposalId,
    LateEntries lateEntries,
    Map<OpenItem, String> openItems,
    Set<OpenItem> acknowledged,
    LocalDate today,
    AccountId actor) {}
