package org.aidledger.api.json;

import java.text.Normalizer;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;

/** What a text of a person may consist of. */
public final class Texts {

  private Texts() {}

  /**
   * The text without blanks around it, in Unicode's form NFC, so that equal texts have equal bytes.
   *
   * @param field to blame
   * @param max in code points, after trimming
   * @throws ApiProblem if the text is empty, too long or holds a character that cannot be seen
   */
  public static String clean(String field, String text, int max) {
    refuseInvisible(field, text);
    String clean = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (clean.isEmpty()) {
      throw new ApiProblem(ApiCode.FIELD_MISSING, field);
    }
    if (clean.codePointCount(0, clean.length()) > max) {
      throw new ApiProblem(ApiCode.TEXT_TOO_LONG, field, Map.of("max", max));
    }
    return clean;
  }

  /**
   * Refuses U+0000, which PostgreSQL takes in no text; for whatever reaches a query unread.
   *
   * @throws ApiProblem that names the field
   */
  public static void refuseNul(String field, String text) {
    if (text.indexOf('\0') >= 0) {
      throw unseen(field, 0);
    }
  }

  /** Refuses control characters, halves of characters, and marks that reorder what is read. */
  public static void refuseInvisible(String field, String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (isInvisible(c)) {
        throw unseen(field, c);
      }
      i += Character.charCount(c);
    }
  }

  /** The problem of a character that cannot be seen. */
  public static ApiProblem unseen(String field, int c) {
    return new ApiProblem(
        ApiCode.CONTROL_CHARACTER, field, Map.of("character", "U+%04X".formatted(c)));
  }

  private static boolean isInvisible(int c) {
    // Nearly all that occurs; asking Unicode's tables takes longer.
    if ((c >= ' ' && c < 0x7f) || (c >= 0x4e00 && c <= 0x9fff)) {
      return false;
    }
    boolean noncharacter = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
    boolean reorders =
        c == 0x061c
            || c == 0x200e
            || c == 0x200f
            || (c >= 0x202a && c <= 0x202e)
            || (c >= 0x2066 && c <= 0x2069);
    boolean breaksLine = c == 0x2028 || c == 0x2029;
    return noncharacter
        || reorders
        || breaksLine
        || c == 0xfeff
        || Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE;
  }
}
