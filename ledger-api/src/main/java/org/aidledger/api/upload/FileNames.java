package org.aidledger.api.upload;

import java.text.Normalizer;

/** Names of files, as senders give them: shown to people, never used as paths. */
final class FileNames {

  /** In code points. */
  private static final int LONGEST = 120;

  private static final String NAMELESS = "file";

  private FileNames() {}

  /** The last part of what may be a path of any system, without characters that mislead. */
  static String clean(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    StringBuilder clean = new StringBuilder();
    last.codePoints().filter(FileNames::isHarmless).limit(LONGEST).forEach(clean::appendCodePoint);
    String name = Normalizer.normalize(clean.toString().strip(), Normalizer.Form.NFC);
    return name.isEmpty() || name.chars().allMatch(c -> c == '.') ? NAMELESS : name;
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> "\"<>:|?*".indexOf(c) < 0;
    };
  }
}
