package org.aidledger.core.donation.command;

import java.time.LocalDate;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Correct a donation 更正: reverse it and record it again in one step. What is absent stays.
 *
 * @param seen what the donation was when the correction was proposed; absent if it is given at once
 */
public record CorrectDonation(
    @RoutingKey DonationId donationId,
    @Nullable Donor donor,
    @Nullable Money amount,
    @Nullable LocalDate receivedOn,
    SealedText reason,
    AccountId actor,
    @Nullable Seen seen) {

  /**
   * What a proposal was made upon.
   *
   * @param amount in minor units
   */
  public record Seen(long amount, LocalDate receivedOn) {}

  /** A correction of whatever the donation is now. */
  public CorrectDonation(
      DonationId donationId,
      @Nullable Donor donor,
      @Nullable Money amount,
      @Nullable LocalDate receivedOn,
      SealedText reason,
      AccountId actor) {
    this(donationId, donor, amount, receivedOn, reason, actor, null);
  }
}
