package org.aidledger.core.donation.event;

import org.axonframework.serialization.Revision;

/** Part of a donation is being refunded and cannot be refunded twice. */
@Revision("1")
public record DonationRefundReserved(String donationId, String payoutId, long amount)
    implements DonationEvent {}
