package org.aidledger.core.donation.event;

/** A fact on a donation's own stream. */
public sealed interface DonationEvent
    permits DonationReceived,
        DonationCorrected,
        DonationReversed,
        DonationRefundReserved,
        DonationRefundReleased {

  String donationId();
}
