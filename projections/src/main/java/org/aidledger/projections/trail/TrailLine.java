package org.aidledger.projections.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.query.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param place position of the event and line within it
 * @param entryNumber gap-free within the fund, absent for what moves no money
 * @param type the event's name, such as {@code DonationReceived}
 * @param movement the name of the {@link org.aidledger.core.fund.Movement}; a control total has
 *     one, too
 * @param refund whether a reservation, payment, return or release is about a donor's refund
 * @param postingPeriod the month that an entry is booked in: that of its effective date, unless
 *     that was closed before
 * @param amount in minor units, negative only where a correction or reversal takes back
 * @param balanceAfter what was available after the line, in the order of recording, in minor units
 * @param facts what the summary needs beside; amounts among them are minor units
 * @param person the sealed donor or payee
 * @param text the sealed reason, purpose or memo
 */
public record TrailLine(
    Cursor place,
    String fundId,
    String currency,
    @Nullable Long entryNumber,
    String eventId,
    String streamType,
    String streamId,
    String type,
    @Nullable String movement,
    boolean refund,
    Instant recordedAt,
    @Nullable LocalDate effectiveOn,
    @Nullable AccountingPeriod postingPeriod,
    @Nullable String actor,
    @Nullable Long amount,
    long balanceAfter,
    Map<String, String> facts,
    @Nullable SealedText person,
    @Nullable SealedText text) {}
