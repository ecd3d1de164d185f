package org.aidledger.core.donation.event;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Money arrived for a fund; the first fact of a donation's stream. */
@Revision("1")
public record DonationReceived(
    String donationId,
    String fundId,
    String organisation,
    String source,
    String reference,
    long amount,
    String currency,
    LocalDate receivedOn,
    String channel,
    Donor donor,
    @Nullable String documentHash,
    long entryNumber)
    implements DonationEvent {}
