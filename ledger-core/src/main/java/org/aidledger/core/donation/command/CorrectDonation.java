package org.aidledger.core.donation.command;

import java.time.LocalDate;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Correct a donation 更正: reverse it and record it again in one step. The donor, amount and date are
 * those that hold afterwards.
 */
public record CorrectDonation(
    @RoutingKey DonationId donationId,
    Donor donor,
    Money amount,
    LocalDate receivedOn,
    SealedText reason,
    AccountId actor,
    boolean sameDonor) {}
