package org.aidledger.api.roster;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.aidledger.api.sheet.SheetTexts;

/** Column titles and other short words, in the form in which they are compared. */
final class Titles {

  /** Units and hints that say nothing about which field it is; 万元 is not among them. */
  private static final Pattern HINT =
      Pattern.compile(
          "[(\\[【（](单位[:：]?)?(元|人民币|人民币元|¥|￥|rmb|cny|yuan|必填|选填|小写|yyyy.?mm.?dd)[)\\]】）]$");

  private static final Pattern NOISE = Pattern.compile("[_\\-.·*#:/、\\\\'\"“”]");

  private Titles() {}

  /** Half width, lower case, no blanks, no units in brackets, no punctuation. */
  static String normal(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .filter(c -> !SheetTexts.blank(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String named = HINT.matcher(NOISE.matcher(plain).replaceAll("")).replaceFirst("");
    return named.isEmpty() ? plain : named;
  }

  /** Whether a text says that amounts are in units of ten thousand. */
  static boolean tenThousands(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
    return (plain.endsWith("万元") && (plain.contains("单位") || plain.contains("金额")))
        || plain.contains("(万元)")
        || plain.contains("单位:万元");
  }
}
