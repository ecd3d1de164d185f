package org.aidledger.api.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The header that names a download in any script (RFC 6266, RFC 8187). */
public final class FileName {

  private static final int LENGTH = 100;

  private FileName() {}

  /** The header's value: a name in plain letters, and the real one for who understands it. */
  public static String header(String plain, String real, String ending) {
    return "attachment; filename=\"%s.%s\"; filename*=UTF-8''%s.%s"
        .formatted(
            plain.replaceAll("[^A-Za-z0-9._-]+", "-"), ending, encoded(harmless(real)), ending);
  }

  /** Without what separates folders, ends a name, or hides in it. */
  private static String harmless(String name) {
    String clean =
        name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]+", "-").replaceAll("^[.\\s-]+", "");
    int end = Math.min(clean.length(), LENGTH);
    return clean.substring(
        0, end > 0 && Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end);
  }

  private static String encoded(String name) {
    StringBuilder text = new StringBuilder();
    for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (unit & 0xff);
      boolean plain =
          letter < 128 && (Character.isLetterOrDigit(letter) || "._-".indexOf(letter) >= 0);
      text.append(
          plain
              ? String.valueOf(letter)
              : "%%%02X".formatted((int) letter).toUpperCase(Locale.ROOT));
    }
    return text.toString();
  }
}
