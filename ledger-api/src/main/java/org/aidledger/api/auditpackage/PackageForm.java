package org.aidledger.api.auditpackage;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of an order for a package, for the API document. */
record PackageForm(
    @Nullable UUID fundId,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String people) {}
