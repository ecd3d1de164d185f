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
    for (int i = 0; i < text.length(); i++) {
      if (!blank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Blanks of every width, the unbreakable ones and those without width included. */
  public static boolean blank(int c) {
    // Nearly all letters and digits that occur; asking Unicode's tables takes longer.
    if ((c > ' ' && c < 0x7f) || (c >= 0x4e00 && c <= 0x9fff)) {
      return false;
    }
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
