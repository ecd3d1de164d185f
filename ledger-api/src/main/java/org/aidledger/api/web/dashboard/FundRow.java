package org.aidledger.api.web.dashboard;

import org.aidledger.api.web.text.Amount;
import org.jspecify.annotations.Nullable;

/**
 * One fund in the list.
 *
 * @param state OPEN, FROZEN or CLOSED
 * @param pending whether new terms wait for a second person
 * @param moved when something was last recorded, absent if that cannot be told
 */
record FundRow(
    String fundId,
    String code,
    String name,
    String currency,
    String unit,
    String state,
    boolean pending,
    Amount available,
    Amount reserved,
    @Nullable String moved) {}
