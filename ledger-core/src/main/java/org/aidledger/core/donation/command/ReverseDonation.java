package org.aidledger.core.donation.command;

import java.time.LocalDate;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;

/** Reverse a donation that was recorded by mistake 红字冲销. */
public record ReverseDonation(
    @RoutingKey DonationId donationId, LocalDate effectiveOn, SealedText reason, AccountId actor) {}
