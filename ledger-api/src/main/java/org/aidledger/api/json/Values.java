package org.aidledger.api.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.money.AmountException;
import org.aidledger.core.money.Money;

/**
 * Turns texts into values, wherever the text came from: a body, a path, a parameter, a cell of a
 * file. Every reader names the field to blame and throws an {@link ApiProblem}.
 */
public final class Values {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern HASH_FORM = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern DAY_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final int MAX_INSTANT = 40;
  private static final int LAST_YEAR = 9999;

  private Values() {}

  /** A positive amount, as {@link Money#parse} reads it. */
  public static Money amount(String field, String text, Currency currency) {
    try {
      return Money.parse(text.strip(), currency);
    } catch (AmountException e) {
      throw amountProblem(field, e.kind(), currency);
    }
  }

  private static ApiProblem amountProblem(
      String field, AmountException.Kind kind, Currency currency) {
    String code = currency.getCurrencyCode();
    return switch (kind) {
      case NOT_A_NUMBER -> new ApiProblem(ApiCode.AMOUNT_NOT_A_NUMBER, field);
      case NOT_POSITIVE -> new ApiProblem(ApiCode.AMOUNT_NOT_POSITIVE, field);
      case TOO_LARGE ->
          new ApiProblem(
              ApiCode.AMOUNT_TOO_LARGE,
              field,
              Map.of("max", new Money(Money.MAX_MINOR, currency).toDecimal(), "currency", code));
      case TOO_FINE ->
          new ApiProblem(
              ApiCode.AMOUNT_TOO_FINE,
              field,
              Map.of("decimals", currency.getDefaultFractionDigits(), "currency", code));
    };
  }

  /** An ISO 4217 currency that has minor units. */
  public static Currency currency(String field, String text) {
    try {
      Currency currency = Currency.getInstance(text);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException _) {
      // Answered below, like a currency without minor units.
    }
    throw new ApiProblem(ApiCode.CURRENCY_UNKNOWN, field);
  }

  /** A day of the calendar, whenever it is. */
  public static LocalDate day(String field, String text) {
    if (!DAY_FORM.matcher(text).matches()) {
      throw new ApiProblem(ApiCode.DATE_MALFORMED, field);
    }
    try {
      return LocalDate.parse(text, DAY);
    } catch (DateTimeException e) {
      throw new ApiProblem(ApiCode.DATE_MALFORMED, field);
    }
  }

  /**
   * A day on which something happened.
   *
   * @param today the last day that is allowed, in the business time zone
   */
  public static LocalDate pastDay(String field, String text, LocalDate today) {
    LocalDate day = day(field, text);
    if (day.isAfter(today)) {
      throw new ApiProblem(ApiCode.DATE_IN_FUTURE, field, Map.of("today", today.toString()));
    }
    if (day.isBefore(BusinessCalendar.EARLIEST)) {
      throw new ApiProblem(
          ApiCode.DATE_TOO_EARLY, field, Map.of("earliest", BusinessCalendar.EARLIEST.toString()));
    }
    return day;
  }

  /** A moment, with its zone's offset. */
  public static Instant instant(String field, String text) {
    try {
      if (text.length() <= MAX_INSTANT) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        // Java also reads years that no database and no clock can count to.
        if (time.getYear() > 0 && time.getYear() <= LAST_YEAR) {
          return time.toInstant();
        }
      }
    } catch (DateTimeException _) {
      // Answered below, like a text that is too long.
    }
    throw new ApiProblem(ApiCode.INSTANT_MALFORMED, field);
  }

  /** One of the names of an enum, exactly as they are written. */
  public static <E extends Enum<E>> E choice(String field, String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    List<String> allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    throw new ApiProblem(ApiCode.VALUE_NOT_ALLOWED, field, Map.of("allowed", allowed));
  }

  /** A SHA-256 in hexadecimal digits, in lower case. */
  public static String sha256(String field, String text) {
    if (!HASH_FORM.matcher(text).matches()) {
      throw new ApiProblem(ApiCode.HASH_MALFORMED, field);
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /** A UUID in its full form; Java's own reader would take shorter ones. */
  public static UUID id(String field, String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw new ApiProblem(ApiCode.ID_MALFORMED, field);
    }
    return UUID.fromString(text);
  }

  /** {@code true} or {@code false}, as a parameter writes it. */
  public static boolean flag(String field, String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw new ApiProblem(
        ApiCode.VALUE_NOT_ALLOWED, field, Map.of("allowed", List.of("true", "false")));
  }

  /** A whole number within bounds, as a parameter writes it. */
  public static int integer(String field, String text, int min, int max) {
    if (text.matches("-?[0-9]{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    }
    throw new ApiProblem(ApiCode.NUMBER_OUT_OF_RANGE, field, Map.of("min", min, "max", max));
  }
}
