package org.aidledger.api.reading;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
import java.util.Map;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.jspecify.annotations.Nullable;

/** Turns "as known at" into a position of the book that never changes. */
public final class KnownAt {

  /** Length of a day without a time. */
  private static final int DAY_LENGTH = 10;

  private final SettledPositions settled;
  private final ReadWait wait;
  private final BusinessCalendar calendar;

  public KnownAt(SettledPositions settled, ReadWait wait, BusinessCalendar calendar) {
    this.settled = settled;
    this.wait = wait;
    this.calendar = calendar;
  }

  /** The position that a parameter asks for, null if it was not given. */
  public @Nullable Long asked(String field, @Nullable String text) {
    return text == null ? null : Long.valueOf(position(field, time(field, text)));
  }

  /**
   * Reads a moment, or a day, which stands for its last millisecond in the business time zone.
   *
   * @throws ApiProblem if it is neither
   */
  public Instant time(String field, String text) {
    return text.length() == DAY_LENGTH
        ? Values.day(field, text)
            .plusDays(1)
            .atStartOfDay(calendar.zone())
            .toInstant()
            .minusMillis(1)
        : Values.instant(field, text);
  }

  /**
   * The last position that was recorded by then; the read models have applied it.
   *
   * @throws ApiProblem if that time is not over, or the read models are too far behind
   */
  public long position(String field, Instant time) {
    long position;
    try {
      position = settled.at(time);
    } catch (IllegalArgumentException notOver) {
      String now =
          calendar
              .clock()
              .instant()
              .truncatedTo(SECONDS)
              .atZone(calendar.zone())
              .toOffsetDateTime()
              .toString();
      throw new ApiProblem(ApiCode.DATE_IN_FUTURE, field, Map.of("today", now));
    }
    wait.until(position);
    return position;
  }
}
