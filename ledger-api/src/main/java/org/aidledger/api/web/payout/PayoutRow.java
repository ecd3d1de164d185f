package org.aidledger.api.web.payout;

import org.aidledger.api.web.text.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A payout or a batch in a list.
 *
 * @param path of its page
 * @param waits what it waits for, in words
 */
record PayoutRow(
    String path,
    String title,
    String fund,
    @Nullable String payee,
    Amount amount,
    String unit,
    String state,
    String waits,
    String requestedOn,
    String requestedBy) {}
