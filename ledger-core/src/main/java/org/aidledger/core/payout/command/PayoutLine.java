package org.aidledger.core.payout.command;

import org.aidledger.core.donation.DonationId;
import org.aidledger.core.money.Money;
import org.aidledger.core.payout.PayoutKind;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * One payout to ask for, its shape checked and its personal fields sealed.
 *
 * @param donationId the donation to refund, absent for aid
 */
public record PayoutLine(
    String reference,
    PayoutKind kind,
    @Nullable DonationId donationId,
    Payee payee,
    Money amount,
    SealedText purpose) {}
