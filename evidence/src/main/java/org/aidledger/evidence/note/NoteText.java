package org.aidledger.evidence.note;

import java.util.Base64;

/** The spellings that notes allow. */
final class NoteText {

  private NoteText() {}

  /** A key name is not empty and holds neither spaces nor a plus sign. */
  static String name(String name) {
    boolean allowed =
        !name.isEmpty()
            && name.codePoints()
                .noneMatch(
                    c ->
                        c == '+'
                            || c < ' '
                            || Character.isSpaceChar(c)
                            || Character.isWhitespace(c));
    if (!allowed) {
      throw new NoteException("The name of a key may hold neither spaces nor a plus sign.");
    }
    return name;
  }

  /** Base64 with padding; a second spelling of the same bytes is refused. */
  static byte[] base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (base64(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw broken(e);
    }
    throw new NoteException("Something that should be base64 is not.");
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static NoteException broken(IllegalArgumentException cause) {
    NoteException broken = new NoteException("Something that should be base64 is not.");
    broken.initCause(cause);
    return broken;
  }
}
