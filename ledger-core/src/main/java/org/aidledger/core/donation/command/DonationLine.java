package org.aidledger.core.donation.command;

import java.time.LocalDate;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One donation to record, its shape checked and its personal fields sealed.
 *
 * @param source the book that numbered the reference
 * @param receivedOn effective date 业务日期 in the business time zone, not in the future
 * @param documentHash SHA-256 of the source document in hex
 * @param recordedBy who recorded it; one batch may hold lines of several people
 */
public record DonationLine(
    String source,
    String reference,
    Donor donor,
    Money amount,
    LocalDate receivedOn,
    Channel channel,
    @Nullable String documentHash,
    AccountId recordedBy) {}
