package org.aidledger.api.roster;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people type them, in a cell or in a field of a page. What it does not know it leaves as
 * it is, so that the readers of the API refuse it.
 */
public final class TypedDay {

  /** No day that a person types is longer; a longer text is not looked at. */
  private static final int MOST_TYPED = 64;

  private static final Pattern PARTS =
      Pattern.compile("^(\\d{4})(?:年(\\d{1,2})月(\\d{1,2})[日号]?|([-/.])(\\d{1,2})\\4(\\d{1,2}))$");
  private static final Pattern DIGITS = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})$");
  private static final Pattern TIME_AFTER =
      Pattern.compile("(?<=[0-9日号])(?:T| +)\\d{1,2}:\\d{1,2}(?::\\d{1,2}(?:\\.\\d+)?)?$");

  private TypedDay() {}

  /** {@code 2026年5月9日}, {@code 2026/5/9} and {@code 20260509} become {@code 2026-05-09}. */
  public static String plain(String typed) {
    if (typed.length() > MOST_TYPED || isIso(typed)) {
      return typed;
    }
    String plain = TIME_AFTER.matcher(Notation.halfWidth(typed)).replaceFirst("");
    String packed = plain.chars().anyMatch(c -> c == '年') ? plain.replace(" ", "") : plain;
    Matcher parts = PARTS.matcher(packed);
    if (parts.matches()) {
      return parts.group(2) == null
          ? iso(parts.group(1), parts.group(5), parts.group(6))
          : iso(parts.group(1), parts.group(2), parts.group(3));
    }
    Matcher digits = DIGITS.matcher(plain);
    return digits.matches() ? iso(digits.group(1), digits.group(2), digits.group(3)) : plain;
  }

  /**
   * The day that somebody typed.
   *
   * @throws DateTimeParseException if it is none, or of a year that has not four digits: Java also
   *     reads years that no database and no clock can count to
   */
  public static LocalDate day(String typed) {
    String plain = plain(typed);
    if (!isIso(plain)) {
      throw new DateTimeParseException("no day of a year with four digits", plain, 0);
    }
    return LocalDate.parse(plain);
  }

  /** Whether the day is in the very form that comes out above, as most days of a roster are. */
  private static boolean isIso(String text) {
    if (text.length() != 10) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = text.charAt(i);
      boolean dash = i == 4 || i == 7;
      if (dash ? c != '-' : (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static String iso(String year, String month, String day) {
    return year + "-" + twoDigits(month) + "-" + twoDigits(day);
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }
}
