package org.aidledger.api.donation;

import java.time.LocalDate;
import org.aidledger.api.person.DonorDraft;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.money.Money;
import org.jspecify.annotations.Nullable;

/** A donation whose shape was checked, before its donor is sealed. */
public record DonationDraft(
    String source,
    String reference,
    DonorDraft donor,
    Money amount,
    LocalDate receivedOn,
    Channel channel,
    @Nullable String documentHash) {}
