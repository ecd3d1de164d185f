package org.aidledger.api.roster;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.api.sheet.SheetTexts;

/**
 * Puts what people type into the plain form that the readers of the API take. What it does not know
 * it leaves as it is, so that those readers refuse it.
 */
final class Notation {

  private static final Pattern SIGN_BEFORE = Pattern.compile("^([+-])(?:¥|rmb|cny|人民币)");
  private static final Pattern UNIT_BEFORE = Pattern.compile("^(?:¥|rmb|cny|人民币)");
  private static final Pattern UNIT_AFTER = Pattern.compile("(?:元整|元正|元|圆|rmb|cny)$");
  private static final Pattern IN_BRACKETS = Pattern.compile("^\\(([0-9.,]+)\\)$");
  private static final Pattern GROUPED =
      Pattern.compile("^(-?[0-9]{1,3}(?:,[0-9]{3})+)(\\.[0-9]+)?$");

  private static final Pattern EXPONENT = Pattern.compile("^-?\\d+(?:\\.\\d+)?[eE]\\+?\\d+$");

  private static final Pattern SERIAL = Pattern.compile("^(\\d{5})(?:\\.\\d+)?$");

  /** Day 0 of spreadsheet programs, for all days after February 1900. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private Notation() {}

  /**
   * A text in half-width forms, without blanks around it and without a leading apostrophe. Only
   * full-width forms change: Unicode's own mapping would make 102 of 10².
   */
  static String halfWidth(String text) {
    String plain = SheetTexts.strip(isHalfWidth(text) ? text : toHalfWidth(text));
    return plain.startsWith("'") ? SheetTexts.strip(plain.substring(1)) : plain;
  }

  private static boolean isHalfWidth(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (halfWidth(text.charAt(i)) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static String toHalfWidth(String text) {
    StringBuilder half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      half.append(halfWidth(text.charAt(i)));
    }
    return half.toString();
  }

  private static char halfWidth(char c) {
    if (c < '\u00a0' || (c > '\u3000' && c < '\uff01')) {
      return c;
    }
    if (c >= '\uff01' && c <= '\uff5e') {
      return (char) (c - 0xfee0);
    }
    return switch (c) {
      case '\u3000', '\u00a0' -> ' ';
      case '\uffe5' -> '¥';
      case '\u2212' -> '-';
      default -> c;
    };
  }

  /** The same without any blanks, for numbers that people write in groups. */
  static String unspaced(String text) {
    String half = halfWidth(text);
    int blank = 0;
    while (blank < half.length() && !SheetTexts.blank(half.charAt(blank))) {
      blank++;
    }
    if (blank == half.length()) {
      return half;
    }
    StringBuilder plain = new StringBuilder(half.length()).append(half, 0, blank);
    for (int i = blank + 1; i < half.length(); i++) {
      if (!SheetTexts.blank(half.charAt(i))) {
        plain.append(half.charAt(i));
      }
    }
    return plain.toString();
  }

  /** Whether a long number was turned into powers of ten, as in 3.70123E+17. */
  static boolean exponent(String text) {
    return mayHaveExponent(text) && EXPONENT.matcher(halfWidth(text)).matches();
  }

  private static boolean mayHaveExponent(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case 'e', 'E', 'ｅ', 'Ｅ' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** {@code ￥1，000.50元} becomes {@code 1000.50}. */
  static String amount(String text) {
    if (isPlainAmount(text)) {
      return text;
    }
    String plain = halfWidth(text).toLowerCase(Locale.ROOT);
    plain = SIGN_BEFORE.matcher(plain).replaceFirst("$1");
    plain = SheetTexts.strip(UNIT_BEFORE.matcher(plain).replaceFirst(""));
    plain = SheetTexts.strip(UNIT_AFTER.matcher(plain).replaceFirst(""));
    Matcher bracketed = IN_BRACKETS.matcher(plain);
    if (bracketed.matches()) {
      plain = "-" + bracketed.group(1);
    }
    Matcher grouped = GROUPED.matcher(plain);
    if (grouped.matches()) {
      String fraction = grouped.group(2);
      return grouped.group(1).replace(",", "") + (fraction == null ? "" : fraction);
    }
    return plain;
  }

  /** Most are: digits and points, which no rule below would change. */
  private static boolean isPlainAmount(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** {@code 2026年5月9日}, {@code 2026/5/9}, {@code 20260509} and 46151 become {@code 2026-05-09}. */
  static String day(String text) {
    String plain = TypedDay.plain(text);
    Matcher serial = SERIAL.matcher(plain);
    return serial.matches()
        ? DAY_ZERO.plusDays(Integer.parseInt(serial.group(1))).toString()
        : plain;
  }
}
