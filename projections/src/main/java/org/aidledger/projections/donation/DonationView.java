package org.aidledger.projections.donation;

import java.time.Instant;
import java.time.LocalDate;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * A donation as it stands now.
 *
 * @param status RECORDED, CORRECTED or REVERSED
 * @param amount in minor units
 * @param donorKind NAMED, ORGANISATION or ANONYMOUS
 * @param donor the sealed donor, absent unless NAMED
 * @param donorDigest keyed digest of the sealed donor, absent unless NAMED
 * @param entryNumber of the entry that stands, after a correction the new one
 * @param recordedBy the account that recorded it first
 * @param refundReserved what refunds that are under way will take, in minor units
 * @param refunded what refunds have taken, in minor units
 * @param firstPosition the position of its first event
 * @param lastPosition the position of the latest event that changed it
 */
public record DonationView(
    String donationId,
    String fundId,
    String organisation,
    String source,
    String reference,
    String status,
    long amount,
    String currency,
    LocalDate receivedOn,
    String channel,
    String donorKind,
    @Nullable String donorOrganisation,
    @Nullable SealedText donor,
    @Nullable String donorDigest,
    @Nullable String documentHash,
    long entryNumber,
    Instant recordedAt,
    @Nullable String recordedBy,
    long refundReserved,
    long refunded,
    long firstPosition,
    long lastPosition) {}
