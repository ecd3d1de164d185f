package org.aidledger.evidence.note;

/** The kinds of signature that are understood here, with the bytes that C2SP gives them. */
public enum SignatureKind {

  /** Ed25519 over the text of the note: how the book signs its checkpoints. */
  ED25519((byte) 0x01),

  /** Ed25519 over the time and the text of a checkpoint: how witnesses countersign. */
  COSIGNATURE((byte) 0x04);

  private final byte code;

  SignatureKind(byte code) {
    this.code = code;
  }

  byte code() {
    return code;
  }

  static SignatureKind of(byte code) {
    for (SignatureKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new NoteException("A key of this kind is not understood here.");
  }
}
