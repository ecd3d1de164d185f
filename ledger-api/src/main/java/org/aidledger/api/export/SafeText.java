package org.aidledger.api.export;

import java.util.regex.Pattern;

/**
 * Words that a spreadsheet cannot take for anything else.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>
 */
final class SafeText {

  /** What Excel keeps in one cell. */
  private static final int MOST_CHARACTERS = 32_767;

  /** The signs that begin a formula, also as full-width signs, which Chinese versions take too. */
  private static final Pattern FORMULA = Pattern.compile("\\A\\s*[=+\\-@\\t\\r\\n＝＋－＠]");

  /** What XML has no way to say; a reader sees that something was there. */
  private static final Pattern UNSPEAKABLE =
      Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\uFFFE\\uFFFF]|\\p{Cs}");

  /** What workbooks take for the number of a character. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private SafeText() {}

  /** The words, behind an apostrophe if they begin as a formula would. */
  static String plain(String text) {
    String speakable = UNSPEAKABLE.matcher(text).replaceAll("\uFFFD");
    return FORMULA.matcher(speakable).lookingAt() ? "'" + speakable : speakable;
  }

  /** The same for a workbook, which knows escapes of its own and cells of bounded length. */
  static String ofWorkbook(String text) {
    String plain = plain(text).replace("\r\n", "\n").replace('\r', '\n');
    String whole = ESCAPE.matcher(plain).replaceAll("_x005F_");
    if (whole.length() <= MOST_CHARACTERS) {
      return whole;
    }
    int end = MOST_CHARACTERS - 1;
    return whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }
}
