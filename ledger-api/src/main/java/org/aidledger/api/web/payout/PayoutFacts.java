package org.aidledger.api.web.payout;

import java.util.List;
import java.util.Set;
import org.aidledger.api.web.form.Fact;
import org.aidledger.api.web.text.Amount;
import org.jspecify.annotations.Nullable;

/**
 * One payout on its page.
 *
 * @param title what it is, such as 发放
 * @param capitals the amount in Chinese capitals, absent in other currencies
 * @param sentence where it stands and what comes next
 * @param blocks why the person before the page can do nothing, absent if they can
 */
record PayoutFacts(
    String payoutId,
    String fundId,
    String fundName,
    String title,
    String state,
    Amount amount,
    String unit,
    @Nullable String capitals,
    String payee,
    @Nullable String accountLastFour,
    String purpose,
    String reference,
    @Nullable String donationId,
    @Nullable String batchId,
    String sentence,
    @Nullable String blocks,
    @Nullable String reason,
    List<Fact> people,
    Set<Step> steps) {}
