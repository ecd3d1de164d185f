package org.aidledger.api.web.text;

/**
 * Amounts in Chinese capitals 人民币大写, as they stand on receipts and payment forms. The rules are
 * those of 中国人民银行《正确填写票据和结算凭证的基本规定》 (支付结算办法, 附一).
 */
public final class ChineseCapitals {

  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final long WAN = 10_000;
  private static final long YI = 100_000_000;

  private ChineseCapitals() {}

  /**
   * The amount in words, such as 人民币壹仟肆佰零玖元伍角整.
   *
   * @param fen in fen, may be negative
   * @throws ArithmeticException for the one amount that has no positive counterpart
   */
  public static String of(long fen) {
    long amount = Math.absExact(fen);
    return "人民币" + (fen < 0 ? "负" : "") + words(amount / 100, amount % 100);
  }

  private static String words(long yuan, long rest) {
    String whole = yuan == 0 ? "" : integer(yuan) + "元";
    if (rest == 0) {
      return (whole.isEmpty() ? "零元" : whole) + "整";
    }
    int jiao = (int) rest / 10;
    int fen = (int) rest % 10;
    StringBuilder text = new StringBuilder(whole);
    if (jiao > 0) {
      text.append(DIGITS.charAt(jiao)).append('角');
    } else if (!whole.isEmpty()) {
      text.append('零');
    }
    return fen > 0 ? text.append(DIGITS.charAt(fen)).append('分').toString() : text + "整";
  }

  /** A whole number above zero; what lies above 亿 is read as a number of its own. */
  private static String integer(long number) {
    if (number >= YI) {
      return joined(integer(number / YI) + "亿", number % YI, YI / 10);
    }
    if (number >= WAN) {
      return joined(section((int) (number / WAN)) + "万", number % WAN, WAN / 10);
    }
    return section((int) number);
  }

  /** The upper part with what follows; a 零 stands for however many zeros lie between them. */
  private static String joined(String upper, long lower, long full) {
    if (lower == 0) {
      return upper;
    }
    return upper + (lower < full ? "零" : "") + integer(lower);
  }

  /** Up to four digits. */
  private static String section(int number) {
    StringBuilder text = new StringBuilder();
    boolean zero = false;
    for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10) {
      int digit = number / unit % 10;
      if (digit == 0) {
        zero = !text.isEmpty();
        continue;
      }
      text.append(zero ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place]);
      zero = false;
    }
    return text.toString();
  }
}
