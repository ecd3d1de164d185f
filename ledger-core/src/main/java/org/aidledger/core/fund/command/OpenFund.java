package org.aidledger.core.fund.command;

import java.util.Currency;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.Treatment;
import org.aidledger.core.money.Money;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/** Open a fund. */
public record OpenFund(
    @RoutingKey FundId fundId,
    String organisation,
    String code,
    String name,
    String purpose,
    Currency currency,
    Treatment treatment,
    @Nullable Money approvalThreshold) {}
