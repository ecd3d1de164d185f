package org.aidledger.store.subject;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people type, in the one form in which it is compared. */
public final class TypedText {

  private TypedText() {}

  /** The same text whatever its widths, blanks and case of letters; empty if there is none. */
  public static String normal(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return withoutBlanks(plain).toUpperCase(Locale.ROOT);
  }

  /**
   * Few texts hold a blank, and all blanks are single chars, so most are given back as they are.
   */
  private static String withoutBlanks(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isBlank(text.charAt(i))) {
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, i);
        for (int j = i + 1; j < text.length(); j++) {
          if (!isBlank(text.charAt(j))) {
            kept.append(text.charAt(j));
          }
        }
        return kept.toString();
      }
    }
    return text;
  }

  private static boolean isBlank(char c) {
    return (c >= '\t' && c <= '\r') || Character.isSpaceChar(c);
  }
}
