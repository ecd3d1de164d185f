package org.aidledger.core.donation.event;

import java.time.LocalDate;
import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;

/** A wrong entry was reversed under entryNumber and recorded again under entryNumber + 1. */
@Revision("1")
public record DonationCorrected(
    String donationId,
    String fundId,
    long entryNumber,
    long amountBefore,
    LocalDate receivedOnBefore,
    long amount,
    LocalDate receivedOn,
    Donor donor,
    SealedText reason)
    implements DonationEvent {}
