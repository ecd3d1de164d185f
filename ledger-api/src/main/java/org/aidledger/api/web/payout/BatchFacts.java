package org.aidledger.api.web.payout;

import java.util.List;
import java.util.Set;
import org.aidledger.api.web.form.Fact;
import org.aidledger.api.web.text.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its page.
 *
 * @param due how many lines are approved and not yet paid
 * @param returned how many came back
 * @param blocks why the person before the page can do nothing, absent if they can
 */
record BatchFacts(
    String batchId,
    String fundId,
    String fundName,
    String reference,
    String state,
    String count,
    Amount total,
    String unit,
    @Nullable String capitals,
    String sentence,
    @Nullable String blocks,
    @Nullable String reason,
    List<Fact> people,
    List<Fact> states,
    long due,
    long returned,
    Set<Step> steps) {}
