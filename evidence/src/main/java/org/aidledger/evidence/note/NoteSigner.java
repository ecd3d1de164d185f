package org.aidledger.evidence.note;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;

/** A private key with its name: how the book signs its checkpoints. */
public final class NoteSigner {

  private final KeyPair pair;
  private final VerifierKey publicKey;

  /**
   * Takes a key.
   *
   * @param name no spaces, no plus sign
   * @param seed the private key of RFC 8032, 32 bytes
   */
  public NoteSigner(String name, byte[] seed) {
    pair = Ed25519.pair(seed);
    publicKey = new VerifierKey(name, SignatureKind.ED25519, Ed25519.raw(pair.getPublic()));
  }

  /** The public key of a private one: 32 bytes each, as RFC 8032 writes them. */
  public static byte[] publicKeyOf(byte[] seed) {
    return Ed25519.raw(Ed25519.pair(seed).getPublic());
  }

  /** What others check the signatures with. */
  public VerifierKey publicKey() {
    return publicKey;
  }

  /** Signs a text that ends with a newline. */
  public SignedNote sign(String text) {
    byte[] signature = Ed25519.sign(pair, text.getBytes(StandardCharsets.UTF_8));
    return new SignedNote(
        text, List.of(new NoteSignature(publicKey.name(), publicKey.id(), signature)));
  }
}
