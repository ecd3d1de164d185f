package org.aidledger.api.donation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.aidledger.api.person.People;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * A donation as clients see it.
 *
 * @param status RECORDED, CORRECTED or REVERSED
 */
record DonationView(
    String donationId,
    String fundId,
    String source,
    String reference,
    String status,
    String amount,
    String currency,
    LocalDate receivedOn,
    String channel,
    DonorView donor,
    @Nullable String documentHash,
    long entryNumber,
    Instant recordedAt,
    @Nullable String recordedBy,
    String refundReserved,
    String refunded,
    long position) {

  /**
   * Who gave.
   *
   * @param erased whether the person's key was destroyed, so that nothing can be shown any more
   */
  record DonorView(
      String kind,
      @Nullable String name,
      @Nullable String identityNumber,
      @Nullable String organisation,
      boolean erased) {}

  static DonationView of(org.aidledger.projections.donation.DonationView found, People people) {
    return new DonationView(
        found.donationId(),
        found.fundId(),
        found.source(),
        found.reference(),
        found.status(),
        decimal(found.amount(), found.currency()),
        found.currency(),
        found.receivedOn(),
        found.channel(),
        donor(found, people),
        found.documentHash(),
        found.entryNumber(),
        found.recordedAt(),
        found.recordedBy(),
        decimal(found.refundReserved(), found.currency()),
        decimal(found.refunded(), found.currency()),
        found.lastPosition());
  }

  private static DonorView donor(
      org.aidledger.projections.donation.DonationView found, People people) {
    SealedText sealed = found.donor();
    Map<String, String> fields =
        sealed == null ? Map.of() : people.open(People.Kind.PERSON, sealed).orElse(Map.of());
    return new DonorView(
        found.donorKind(),
        fields.get(People.NAME),
        fields.get(People.IDENTITY_NUMBER),
        found.donorOrganisation(),
        sealed != null && fields.isEmpty());
  }

  private static String decimal(long minor, String currency) {
    return Money.of(minor, currency).toDecimal();
  }
}
