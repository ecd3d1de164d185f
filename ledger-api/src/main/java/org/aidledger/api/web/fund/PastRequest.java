package org.aidledger.api.web.fund;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.roster.TypedDay;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.jspecify.annotations.Nullable;

/**
 * A question about a fund's past, as it stands in the page's address.
 *
 * @param asOf the last effective day that counts, absent for all
 * @param knownAt the time of day by which an entry must have been recorded, absent for all
 * @param asOfText and knownAtText what was typed, to be shown again
 * @param wrong the fields that could not be read or lie in the future
 */
public record PastRequest(
    @Nullable LocalDate asOf,
    @Nullable Instant knownAt,
    String asOfText,
    String knownAtText,
    List<String> wrong) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm[:ss]");

  /** Reads the two fields; empty ones ask for nothing. */
  public static PastRequest of(@Nullable String asOf, @Nullable String knownAt, Clock clock) {
    String day = asOf == null ? "" : asOf.strip();
    String time = knownAt == null ? "" : knownAt.strip();
    List<String> wrong = new ArrayList<>();
    LocalDate effective = day(day, clock, wrong);
    Instant recorded = time(time, clock, wrong);
    return new PastRequest(effective, recorded, day, time, List.copyOf(wrong));
  }

  /** Whether anything is asked that can be answered. */
  public boolean isAsked() {
    return wrong.isEmpty() && (asOf != null || knownAt != null);
  }

  /** The question in words. */
  public String sentence(Texts texts, ZoneId zone) {
    // A date is not to be broken at its hyphens.
    return words(texts, zone).replace('-', '\u2011');
  }

  private String words(Texts texts, ZoneId zone) {
    if (knownAt == null) {
      return texts.get("past.asItWas", String.valueOf(asOf));
    }
    String time = Times.second(knownAt, zone);
    return asOf == null
        ? texts.get("past.asKnown", time)
        : texts.get("past.asItWasAsKnown", asOf.toString(), time);
  }

  private static @Nullable LocalDate day(String text, Clock clock, List<String> wrong) {
    try {
      LocalDate day = text.isEmpty() ? null : TypedDay.day(text);
      if (day == null || !day.isAfter(LocalDate.now(clock))) {
        return day;
      }
    } catch (DateTimeParseException unreadable) {
      // Said below, like a day in the future.
    }
    wrong.add("effectiveOn");
    return null;
  }

  private static @Nullable Instant time(String text, Clock clock, List<String> wrong) {
    try {
      Instant time = text.isEmpty() ? null : moment(text, clock);
      if (time == null || !time.isAfter(clock.instant())) {
        return time;
      }
    } catch (DateTimeParseException unreadable) {
      // Said below, like a time in the future.
    }
    wrong.add("recordedBy");
    return null;
  }

  /** A day with a time, or a day alone, of which all counts that is over. */
  private static Instant moment(String text, Clock clock) {
    LocalDate day = TypedDay.day(text);
    if (text.contains(":") || text.contains("：")) {
      String time = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceFirst("^.*[T ]", "");
      return day.atTime(LocalTime.parse(time, TIME)).atZone(clock.getZone()).toInstant();
    }
    boolean today = day.equals(LocalDate.now(clock));
    Instant end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusMillis(1);
    return today ? clock.instant() : end;
  }
}
