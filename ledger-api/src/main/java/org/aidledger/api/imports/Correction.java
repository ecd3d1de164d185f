package org.aidledger.api.imports;

import java.time.LocalDate;
import java.util.UUID;
import org.aidledger.api.donation.DonationDraft;
import org.aidledger.projections.donation.DonationView;
import org.jspecify.annotations.Nullable;

/**
 * A line that says something else than the book.
 *
 * @param before what the book holds, in minor units
 * @param amount what the file says, in minor units
 * @param sameDonor whether name and numbers are those that the book holds
 */
record Correction(
    int line,
    UUID donationId,
    long before,
    long amount,
    LocalDate dayBefore,
    LocalDate day,
    @Nullable String unitBefore,
    @Nullable String unit,
    boolean sameDonor) {

  static Correction of(int line, DonationView known, DonationDraft draft, boolean sameDonor) {
    return of(
        line,
        known,
        draft.amount().minor(),
        draft.receivedOn(),
        draft.donor().organisation(),
        sameDonor);
  }

  static Correction of(
      int line,
      DonationView known,
      long amount,
      LocalDate day,
      @Nullable String unit,
      boolean sameDonor) {
    return new Correction(
        line,
        UUID.fromString(known.donationId()),
        known.amount(),
        amount,
        known.receivedOn(),
        day,
        known.donorOrganisation(),
        unit,
        sameDonor);
  }
}
