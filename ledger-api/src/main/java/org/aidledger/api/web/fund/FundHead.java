package org.aidledger.api.web.fund;

import org.jspecify.annotations.Nullable;

/**
 * What a fund is, in words.
 *
 * @param state OPEN, FROZEN or CLOSED
 * @param threshold above which two people approve, absent if one is enough
 * @param successorId and successorName where the rest of a closed fund went
 */
record FundHead(
    String fundId,
    String code,
    String name,
    String purpose,
    String organisation,
    String treatment,
    String currency,
    String unit,
    String state,
    @Nullable String threshold,
    @Nullable String successorId,
    @Nullable String successorName) {}
