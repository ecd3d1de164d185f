package org.aidledger.evidence.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A public key with its name, written {@code name+id+base64} (C2SP signed-note, "vkey"). */
public final class VerifierKey {

  private final String name;
  private final SignatureKind kind;
  private final byte[] publicKey;
  private final int id;

  VerifierKey(String name, SignatureKind kind, byte[] publicKey) {
    if (publicKey.length != Ed25519.KEY_BYTES) {
      throw new NoteException("A public key has 32 bytes.");
    }
    this.name = NoteText.name(name);
    this.kind = kind;
    this.publicKey = publicKey.clone();
    this.id = id(name, kind, publicKey);
  }

  /**
   * Reads a key.
   *
   * @throws NoteException if the text is no key, or its number does not belong to it
   */
  public static VerifierKey parse(String text) {
    // Base64 may hold plus signs too, so only the first two part the text.
    List<String> parts = List.of(text.split("\\+", 3));
    if (parts.size() != 3) {
      throw new NoteException("A public key has three parts with plus signs between them.");
    }
    byte[] material = NoteText.base64(parts.get(2));
    if (material.length == 0) {
      throw new NoteException("A public key has 32 bytes.");
    }
    VerifierKey key =
        new VerifierKey(
            parts.get(0),
            SignatureKind.of(material[0]),
            Arrays.copyOfRange(material, 1, material.length));
    if (!HexFormat.of().toHexDigits(key.id).equals(parts.get(1))) {
      throw new NoteException("The number of the public key does not belong to it.");
    }
    return key;
  }

  /** Who signs with it. */
  public String name() {
    return name;
  }

  /** What is signed with it. */
  public SignatureKind kind() {
    return kind;
  }

  /** The number by which signatures name it; no proof of anything. */
  public int id() {
    return id;
  }

  /** Whether a signature says that it was made with this key. */
  public boolean claims(NoteSignature signature) {
    return signature.keyId() == id && signature.name().equals(name);
  }

  /** Whether a signature over a text was made with this key. */
  public boolean verifies(String text, NoteSignature signature) {
    if (!claims(signature)) {
      return false;
    }
    return switch (kind) {
      case ED25519 -> Ed25519.verifies(publicKey, bytes(text), signature.signature());
      case COSIGNATURE ->
          signature.signature().length == Long.BYTES + Ed25519.SIGNATURE_BYTES
              && Cosigner.time(signature) >= 0
              && Ed25519.verifies(
                  publicKey,
                  bytes(Cosigner.message(Cosigner.time(signature), text)),
                  Arrays.copyOfRange(
                      signature.signature(), Long.BYTES, signature.signature().length));
    };
  }

  private static int id(String name, SignatureKind kind, byte[] publicKey) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(bytes(name));
      sha256.update((byte) '\n');
      sha256.update(kind.code());
      return ByteBuffer.wrap(sha256.digest(publicKey)).getInt();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey key && toString().equals(key.toString());
  }

  @Override
  public int hashCode() {
    return id;
  }

  /** The key as {@link #parse} reads it. */
  @Override
  public String toString() {
    byte[] material =
        ByteBuffer.allocate(1 + publicKey.length).put(kind.code()).put(publicKey).array();
    return name + "+" + HexFormat.of().toHexDigits(id) + "+" + NoteText.base64(material);
  }
}
