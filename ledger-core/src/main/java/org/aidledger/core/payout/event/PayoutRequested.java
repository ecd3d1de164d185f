package org.aidledger.core.payout.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Aid or a refund was asked for; nothing is reserved yet. Kind is AID or REFUND. */
@Revision("1")
public record PayoutRequested(
    String payoutId,
    String fundId,
    String organisation,
    String reference,
    String kind,
    @Nullable String donationId,
    @Nullable String batchId,
    long amount,
    String currency,
    Payee payee,
    SealedText purpose,
    String requestedBy)
    implements PayoutEvent {}
