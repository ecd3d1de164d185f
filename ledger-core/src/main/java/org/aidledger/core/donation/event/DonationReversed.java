package org.aidledger.core.donation.event;

import java.time.LocalDate;
import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;

/** A donation that was recorded by mistake was reversed 红字冲销; no money moved. */
@Revision("1")
public record DonationReversed(
    String donationId,
    String fundId,
    long entryNumber,
    long amount,
    LocalDate effectiveOn,
    SealedText reason)
    implements DonationEvent {}
