package org.aidledger.core.fund.command;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/** Propose another purpose or threshold; a second person confirms. */
public record ProposeFundChange(
    @RoutingKey FundId fundId,
    String changeId,
    @Nullable String purpose,
    @Nullable Money approvalThreshold,
    boolean removeThreshold,
    SealedText reason,
    AccountId actor) {}
