package org.aidledger.api.web.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of day in the business time zone, written alike in both languages. */
public final class Times {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MILLISECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private Times() {}

  /** {@code 2026-05-19 18:04}. */
  public static String minute(Instant time, ZoneId zone) {
    return MINUTE.format(time.atZone(zone));
  }

  /** {@code 2026-05-19 18:04:27}. */
  public static String second(Instant time, ZoneId zone) {
    return SECOND.format(time.atZone(zone));
  }

  /** {@code 2026-05-19 18:04:27.318}. */
  public static String millisecond(Instant time, ZoneId zone) {
    return MILLISECOND.format(time.atZone(zone));
  }
}
