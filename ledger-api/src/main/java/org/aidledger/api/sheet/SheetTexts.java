package org.aidledger.api.sheet;

/** Small matters of rows and cells that several readers share. */
public final class SheetTexts {

  private SheetTexts() {}

  /** The letters of a column counted from 0: A, B, … Z, AA. */
  public static String columnName(int column) {
    StringBuilder name = new StringBuilder();
    for (int left = column; left >= 0; left = left / 26 - 1) {
      name.insert(0, (char) ('A' + left % 26));
    }
    return name.toString();
  }

  /** Whether a text shows nothing, blanks of all widths included. */
  public static boolean blank(String text) {
    return text.chars().allMatch(SheetTexts::blank);
  }

  /** Blanks of every width, the unbreakable ones and those without width included. */
  public static boolean blank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == 0x200b
        || c == 0x2060
        || c == 0xfeff;
  }

  /** The text without blanks of any width around it. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && blank(text.charAt(start))) {
      start++;
    }
    while (end > start && blank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
