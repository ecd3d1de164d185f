package org.aidledger.api.web.trail;

import org.aidledger.api.web.text.Amount;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail in words; nothing in it is escaped.
 *
 * @param place position and line, which also name the line on the page
 * @param type the event's name
 * @param door the page of what the line is about, absent if it has none
 * @param entryNumber 流水号, absent for what moves no money
 * @param effectiveOn the effective date, absent for what moves no money
 * @param bookedIn the posting period 入账期间 where it is not the month of the effective date
 * @param recordedAt to the second, in the business time zone
 * @param recordedExactly to the millisecond
 * @param actor who did it
 * @param summary what happened
 * @param reason why, absent if nobody had to say
 * @param document the source document, absent if there is none
 * @param documentHash SHA-256 of the source document, absent if it was not given
 * @param amount as the book holds it, absent for what moves no money
 * @param change what the line did to the available money, absent for what moves no money
 * @param changeDiffers whether the change is another figure than the amount
 * @param unchanged whether the line moved money but left what is available as it was
 * @param balanceAfter what was available after the line, in the order of recording
 */
public record TrailRow(
    String place,
    String eventId,
    String streamId,
    String type,
    @Nullable String door,
    @Nullable Long entryNumber,
    @Nullable String effectiveOn,
    @Nullable String bookedIn,
    String recordedAt,
    String recordedExactly,
    String actor,
    String summary,
    @Nullable String reason,
    @Nullable String document,
    @Nullable String documentHash,
    @Nullable Amount amount,
    @Nullable Amount change,
    boolean changeDiffers,
    boolean unchanged,
    Amount balanceAfter) {}
