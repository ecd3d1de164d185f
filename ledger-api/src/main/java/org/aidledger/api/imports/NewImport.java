package org.aidledger.api.imports;

import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.jspecify.annotations.Nullable;

/**
 * An import that begins.
 *
 * @param mapping JSON, absent to find one
 * @param controlTotal in minor units
 */
record NewImport(
    UUID id,
    FundId fundId,
    Currency currency,
    ImportTerms terms,
    ImportRow.UploadedFile file,
    @Nullable String mapping,
    @Nullable Long controlTotal,
    AccountId by,
    Instant at) {}
