package org.aidledger.api.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.aidledger.api.web.trail.TrailRow;
import org.aidledger.core.money.Money;
import org.aidledger.projections.trail.TrailLine;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail as clients see it.
 *
 * @param entryNumber 流水号, absent for what moves no money
 * @param postingPeriod 入账期间: the month that an entry is booked in, {@code yyyy-MM}
 * @param actor the account that acted
 * @param actorName its name, or a word for the system itself
 * @param summary in the client's language, with the person as far as the name can be read
 * @param reason why, as far as it can be read
 * @param amount of the line, negative where a correction or a reversal takes back
 * @param balanceAfter what was available after the line, in the order of recording
 */
record TrailItem(
    long position,
    int line,
    String fundId,
    @Nullable Long entryNumber,
    String eventId,
    String streamId,
    String type,
    @Nullable String movement,
    Instant recordedAt,
    @Nullable LocalDate effectiveOn,
    @Nullable String postingPeriod,
    @Nullable String actor,
    String actorName,
    String summary,
    @Nullable String reason,
    @Nullable String documentHash,
    @Nullable String amount,
    String currency,
    String balanceAfter,
    Map<String, String> facts) {

  static TrailItem of(TrailLine line, TrailRow said) {
    Long amount = line.amount();
    return new TrailItem(
        line.place().position(),
        line.place().line(),
        line.fundId(),
        line.entryNumber(),
        line.eventId(),
        line.streamId(),
        line.type(),
        line.movement(),
        line.recordedAt(),
        line.effectiveOn(),
        line.postingPeriod() == null ? null : line.postingPeriod().toString(),
        line.actor(),
        said.actor(),
        said.summary(),
        said.reason(),
        said.documentHash(),
        amount == null ? null : Money.of(amount, line.currency()).toDecimal(),
        line.currency(),
        Money.of(line.balanceAfter(), line.currency()).toDecimal(),
        line.facts());
  }
}
