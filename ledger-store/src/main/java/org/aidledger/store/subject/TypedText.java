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
    StringBuilder kept = new StringBuilder(plain.length());
    plain.codePoints().filter(c -> !isBlank(c)).forEach(kept::appendCodePoint);
    return kept.toString().toUpperCase(Locale.ROOT);
  }

  private static boolean isBlank(int c) {
    return (c >= '\t' && c <= '\r') || Character.isSpaceChar(c);
  }
}
