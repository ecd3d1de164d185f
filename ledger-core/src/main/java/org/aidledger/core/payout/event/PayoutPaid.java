package org.aidledger.core.payout.event;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The money left the bank; the reservation is settled. */
@Revision("1")
public record PayoutPaid(
    String payoutId,
    String fundId,
    String kind,
    long amount,
    LocalDate paidOn,
    String bankReference,
    String paidBy,
    long entryNumber)
    implements PayoutEvent {}
