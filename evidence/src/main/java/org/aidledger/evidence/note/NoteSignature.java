package org.aidledger.evidence.note;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a note.
 *
 * @param name of the key
 * @param keyId first four bytes of the key's digest
 * @param signature what the key's kind makes of it
 */
@SuppressWarnings("ArrayRecordComponent") // Compared as lines, never as records.
public record NoteSignature(String name, int keyId, byte[] signature) {

  /** An em dash and a space begin every signature line. */
  static final String START = "\u2014 ";

  /** Checks the name. */
  public NoteSignature {
    NoteText.name(name);
    signature = signature.clone();
  }

  /** A copy. */
  @Override
  public byte[] signature() {
    return signature.clone();
  }

  /** Reads a line without its newline. */
  static NoteSignature parse(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(START) || space < START.length()) {
      throw new NoteException("A signature line of the note is not in its form.");
    }
    byte[] bytes = NoteText.base64(line.substring(space + 1));
    if (bytes.length <= Integer.BYTES) {
      throw new NoteException("A signature of the note is too short.");
    }
    return new NoteSignature(
        line.substring(START.length(), space),
        ByteBuffer.wrap(bytes).getInt(),
        Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
  }

  /** The line without its newline. */
  public String line() {
    byte[] bytes =
        ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(keyId).put(signature).array();
    return START + name + " " + NoteText.base64(bytes);
  }
}
