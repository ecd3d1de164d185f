package org.aidledger.core.period;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An accounting period 会计期间: a month, or the whole year where no month is named.
 *
 * @param year from 1 to 9999
 */
public record AccountingPeriod(int year, @Nullable Month month) {

  private static final Pattern FORM = Pattern.compile("([0-9]{4})(?:-(0[1-9]|1[0-2]))?");

  /**
   * Reads {@code yyyy-MM} or {@code yyyy}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static AccountingPeriod of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || text.startsWith("0000")) {
      throw new IllegalArgumentException("a period is a month, yyyy-MM, or a year, yyyy");
    }
    String month = matcher.group(2);
    return new AccountingPeriod(
        Integer.parseInt(matcher.group(1)),
        month == null ? null : Month.of(Integer.parseInt(month)));
  }

  /** The month that a day lies in. */
  public static AccountingPeriod monthOf(LocalDate day) {
    return new AccountingPeriod(day.getYear(), day.getMonth());
  }

  public boolean isYear() {
    return month == null;
  }

  public LocalDate first() {
    return LocalDate.of(year, month == null ? Month.JANUARY : month, 1);
  }

  public LocalDate last() {
    return YearMonth.of(year, month == null ? Month.DECEMBER : month).atEndOfMonth();
  }

  /** {@code yyyy-MM} or {@code yyyy}, which sorts by time among periods of one length. */
  @Override
  public String toString() {
    return month == null
        ? String.format(Locale.ROOT, "%04d", year)
        : String.format(Locale.ROOT, "%04d-%02d", year, month.getValue());
  }
}
