package org.aidledger.api.web.text;

import java.util.Currency;

/** Amounts as people read them: {@code -1,234.50}. */
public final class MoneyText {

  private MoneyText() {}

  /**
   * The amount with separators of thousands and all decimals of the currency.
   *
   * @param minor in minor units
   * @param currency an ISO 4217 code
   */
  public static String of(long minor, String currency) {
    int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
    // Long.MIN_VALUE has no positive counterpart, its digits do.
    String digits = Long.toString(minor).replace("-", "");
    String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
    int point = padded.length() - decimals;
    String fraction = decimals == 0 ? "" : "." + padded.substring(point);
    return (minor < 0 ? "-" : "") + grouped(padded.substring(0, point)) + fraction;
  }

  /** A whole number with separators of thousands. */
  public static String count(long number) {
    return (number < 0 ? "-" : "") + grouped(Long.toString(number).replace("-", ""));
  }

  private static String grouped(String digits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        text.append(',');
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }
}
