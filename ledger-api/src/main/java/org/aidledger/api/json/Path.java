package org.aidledger.api.json;

import java.util.regex.Pattern;

/** Dotted paths into a body, such as {@code donations[3].donor.name}. */
final class Path {

  /** Names come from the client and go back into the answer: only harmless ones are repeated. */
  private static final int MAX_REPEATED = 64;

  private static final Pattern FORM_FIELD = Pattern.compile("[A-Za-z0-9_.-]+");

  private Path() {}

  static String field(String path, String name) {
    String safe = safe(name);
    return path.isEmpty() ? safe : path + "." + safe;
  }

  /** The name of a parameter or of a form's field, which may have dots of its own. */
  static String given(String name) {
    return name.length() <= MAX_REPEATED && FORM_FIELD.matcher(name).matches() ? name : "?";
  }

  static String item(String path, int index) {
    return path + "[" + index + "]";
  }

  private static String safe(String name) {
    boolean plain =
        name.length() <= MAX_REPEATED
            && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '.' && c != '[');
    return plain && !name.isEmpty() ? name : "?";
  }
}
