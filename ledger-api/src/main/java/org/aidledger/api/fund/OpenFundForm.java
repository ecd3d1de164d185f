package org.aidledger.api.fund;

import org.aidledger.core.fund.Treatment;
import org.jspecify.annotations.Nullable;

/** The body of an order to open a fund, for the API document. */
record OpenFundForm(
    String code,
    String name,
    String purpose,
    @Nullable String currency,
    @Nullable Treatment treatment,
    @Nullable String organisation,
    @Nullable String approvalThreshold) {}
