package org.aidledger.core.donation.command;

import java.time.LocalDate;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/** Correct a donation 更正: reverse it and record it again in one step. What is absent stays. */
public record CorrectDonation(
    @RoutingKey DonationId donationId,
    @Nullable Donor donor,
    @Nullable Money amount,
    @Nullable LocalDate receivedOn,
    SealedText reason,
    AccountId actor) {}
