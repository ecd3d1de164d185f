package org.aidledger.api.json;

/** Dotted paths into a body, such as {@code donations[3].donor.name}. */
final class Path {

  /** Names come from the client and go back into the answer: only harmless ones are repeated. */
  private static final int MAX_REPEATED = 64;

  private Path() {}

  static String field(String path, String name) {
    String safe = safe(name);
    return path.isEmpty() ? safe : path + "." + safe;
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
