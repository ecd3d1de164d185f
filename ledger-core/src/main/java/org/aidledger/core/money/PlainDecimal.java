package org.aidledger.core.money;

import java.util.regex.Pattern;

/** Plain decimals as machines write them: ASCII digits with at most one point. */
final class PlainDecimal {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern PLAIN = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final int MAX_LENGTH = 40;

  private PlainDecimal() {}

  static long parse(String text, int decimals) {
    if (text.length() > MAX_LENGTH || !NUMBER.matcher(text).matches()) {
      throw new AmountException(AmountException.Kind.NOT_A_NUMBER);
    }
    if (text.startsWith("-")) {
      throw new AmountException(AmountException.Kind.NOT_POSITIVE);
    }
    if (!PLAIN.matcher(text).matches()) {
      throw new AmountException(AmountException.Kind.NOT_A_NUMBER);
    }
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String fraction = point < 0 ? "" : text.substring(point + 1);
    if (fraction.length() > decimals) {
      throw new AmountException(AmountException.Kind.TOO_FINE);
    }
    long minor = minorUnits(whole + fraction + "0".repeat(decimals - fraction.length()));
    if (minor == 0) {
      throw new AmountException(AmountException.Kind.NOT_POSITIVE);
    }
    return minor;
  }

  private static long minorUnits(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    if (significant.length() > 18) {
      throw new AmountException(AmountException.Kind.TOO_LARGE);
    }
    long minor = Long.parseLong(significant);
    if (minor > Money.MAX_MINOR) {
      throw new AmountException(AmountException.Kind.TOO_LARGE);
    }
    return minor;
  }
}
