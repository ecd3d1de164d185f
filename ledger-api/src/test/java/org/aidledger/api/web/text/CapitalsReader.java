package org.aidledger.api.web.text;

import java.math.BigInteger;

/** Reads Chinese capitals back, by another way than the one that writes them. */
final class CapitalsReader {

  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

  private CapitalsReader() {}

  static BigInteger fen(String words) {
    String text = words.replace("人民币", "").replace("整", "");
    int yuan = text.indexOf('元');
    BigInteger whole = yuan < 0 ? BigInteger.ZERO : integer(text.substring(0, yuan));
    BigInteger fen = whole.multiply(BigInteger.valueOf(100));
    String rest = text.substring(yuan + 1);
    for (int i = 0; i + 1 < rest.length(); i++) {
      int digit = DIGITS.indexOf(rest.charAt(i));
      if (digit > 0) {
        fen = fen.add(BigInteger.valueOf(rest.charAt(i + 1) == '角' ? digit * 10L : digit));
      }
    }
    return fen;
  }

  private static BigInteger integer(String words) {
    for (String unit : new String[] {"亿", "万"}) {
      int at = words.lastIndexOf(unit);
      if (at >= 0 && !("万".equals(unit) && words.endsWith("亿"))) {
        BigInteger size = BigInteger.valueOf("亿".equals(unit) ? 100_000_000L : 10_000L);
        return integer(words.substring(0, at)).multiply(size).add(integer(words.substring(at + 1)));
      }
    }
    long number = 0;
    long digit = 0;
    for (int i = 0; i < words.length(); i++) {
      switch (words.charAt(i)) {
        case '拾' -> number += digit * 10;
        case '佰' -> number += digit * 100;
        case '仟' -> number += digit * 1000;
        default -> {
          digit = DIGITS.indexOf(words.charAt(i));
          continue;
        }
      }
      digit = 0;
    }
    return BigInteger.valueOf(number + digit);
  }
}
