package org.aidledger.core.donation.event;

import org.axonframework.serialization.Revision;

/** A refund was given up; its part of the donation is free again. */
@Revision("1")
public record DonationRefundReleased(String donationId, String payoutId, long amount)
    implements DonationEvent {}
