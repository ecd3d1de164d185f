package org.aidledger.api.payout;

import org.aidledger.api.person.PayeeDraft;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.money.Money;
import org.aidledger.core.payout.PayoutKind;
import org.jspecify.annotations.Nullable;

/** A request for a payout whose shape was checked, before its payee is sealed. */
public record PayoutDraft(
    String reference,
    PayoutKind kind,
    @Nullable DonationId donationId,
    PayeeDraft payee,
    Money amount,
    String purpose) {}
