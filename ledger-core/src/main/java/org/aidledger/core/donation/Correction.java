package org.aidledger.core.donation;

import java.time.LocalDate;
import java.util.Objects;
import org.aidledger.core.donation.command.CorrectDonation;
import org.aidledger.core.donation.event.Donor;

/**
 * What of a donation can be corrected: everything but its fund and its source reference.
 *
 * @param amount in minor units
 */
record Correction(long amount, LocalDate receivedOn, Donor donor) {

  /** What holds after the order; what the order leaves out stays. */
  Correction with(CorrectDonation order) {
    return new Correction(
        order.amount() == null ? amount : order.amount().minor(),
        order.receivedOn() == null ? receivedOn : order.receivedOn(),
        order.donor() == null || isSamePerson(order.donor()) ? donor : order.donor());
  }

  /** The same words sealed twice differ; their digest under one person's key does not. */
  private boolean isSamePerson(Donor other) {
    return donor.kind().equals(other.kind())
        && Objects.equals(donor.organisation(), other.organisation())
        && Objects.equals(donor.digest(), other.digest());
  }
}
