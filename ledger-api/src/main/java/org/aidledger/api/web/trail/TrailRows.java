package org.aidledger.api.web.trail;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.trail.TrailLine;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Puts lines of the trail into words. Looks up everything that a list refers to at once, so that
 * long lists should be given in parts of some hundred lines.
 */
public final class TrailRows {

  private final MessageSource messages;
  private final FundQueries funds;
  private final ActorNames actors;
  private final PersonalTexts personal;
  private final ZoneId zone;

  /**
   * Reads from these.
   *
   * @param zone the business time zone
   */
  public TrailRows(
      MessageSource messages,
      FundQueries funds,
      ActorNames actors,
      PersonalTexts personal,
      ZoneId zone) {
    this.messages = messages;
    this.funds = funds;
    this.actors = actors;
    this.personal = personal;
    this.zone = zone;
  }

  /** The lines in words, in their order. */
  public List<TrailRow> of(List<TrailLine> lines, Locale locale) {
    Texts texts = new Texts(messages, locale);
    Resolved resolved = resolve(lines);
    return lines.stream().map(line -> row(line, resolved, texts)).toList();
  }

  private Resolved resolve(List<TrailLine> lines) {
    Set<String> others =
        Stream.of("counterpartFundId", "successorFundId")
            .flatMap(fact -> all(lines, line -> line.facts().get(fact)))
            .collect(Collectors.toSet());
    Map<String, String> names = new HashMap<>();
    others.forEach(id -> funds.one(id).ifPresent(fund -> names.put(id, fund.name())));
    Set<SealedText> persons = all(lines, TrailLine::person).collect(Collectors.toSet());
    Set<SealedText> reasons = all(lines, TrailLine::text).collect(Collectors.toSet());
    return new Resolved(
        actors.names(all(lines, TrailLine::actor).collect(Collectors.toSet())),
        names,
        persons.isEmpty() ? Map.of() : personal.names(persons),
        reasons.isEmpty() ? Map.of() : personal.texts(reasons));
  }

  private static <T> Stream<T> all(
      List<TrailLine> lines, Function<TrailLine, @Nullable T> property) {
    return lines.stream().map(property).filter(Objects::nonNull);
  }

  private TrailRow row(TrailLine line, Resolved resolved, Texts texts) {
    Long amount = line.amount();
    Long change = change(line);
    String currency = line.currency();
    return new TrailRow(
        line.place().toString(),
        line.eventId(),
        line.streamId(),
        line.type(),
        door(line),
        line.entryNumber(),
        line.effectiveOn() == null ? null : line.effectiveOn().toString(),
        bookedIn(line),
        Times.second(line.recordedAt(), zone),
        Times.millisecond(line.recordedAt(), zone),
        resolved.actor(line.actor(), texts),
        Summary.of(line, resolved, texts),
        resolved.reason(line.text(), texts),
        SourceDocument.of(line, texts),
        line.facts().get("documentHash"),
        amount == null ? null : Amount.of(amount, currency),
        change == null ? null : Amount.of(change, currency),
        !Objects.equals(amount, change),
        change != null && change == 0,
        Amount.of(line.balanceAfter(), currency));
  }

  private static @Nullable String bookedIn(TrailLine line) {
    AccountingPeriod booked = line.postingPeriod();
    LocalDate effectiveOn = line.effectiveOn();
    return booked == null
            || effectiveOn == null
            || booked.equals(AccountingPeriod.monthOf(effectiveOn))
        ? null
        : booked.toString();
  }

  private static @Nullable String door(TrailLine line) {
    return switch (line.streamType()) {
      case "Donation" -> "/donations/" + line.streamId();
      case "Payout" -> "/payouts/" + line.streamId();
      case "PayoutBatch" -> "/payout-batches/" + line.streamId();
      case "Entry" -> "/entries/" + line.streamId();
      case "Finding" -> "/findings/" + line.streamId();
      case "Transfer" -> "/transfers/" + line.streamId();
      default -> null;
    };
  }

  private static @Nullable Long change(TrailLine line) {
    Long amount = line.amount();
    String movement = line.movement();
    return amount == null || movement == null
        ? null
        : Long.valueOf(Movement.valueOf(movement).onAvailable(amount));
  }
}
