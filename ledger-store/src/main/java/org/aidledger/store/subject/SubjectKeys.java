package org.aidledger.store.subject;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keys of one person, derived from the master key and the person's salt. */
final class SubjectKeys {

  private static final String VERSION = "v1.";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Kept, because looking a cipher up costs more than a short text. */
  private static final Shelf<Cipher> CIPHERS = new Shelf<>(SubjectKeys::newCipher);

  private final UUID subject;
  private final SecretKeySpec sealKey;
  private final byte[] digestKey;

  SubjectKeys(MasterKey master, UUID subject, byte[] salt) {
    this.subject = subject;
    byte[] extracted = master.extract(salt);
    sealKey = new SecretKeySpec(Hashing.expand(extracted, "aid-ledger/subject/v1"), "AES");
    digestKey = Hashing.expand(extracted, "aid-ledger/digest/v1");
  }

  /** AES-256-GCM (NIST SP 800-38D) under a random nonce, bound to the context and the person. */
  String seal(byte[] clear, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, context, clear, 0);
      byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
      return VERSION + Hashing.base64(both);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot seal with AES-256-GCM", e);
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws SealBrokenException if it was altered, or is somebody else's, or of another context
   */
  byte[] open(String text, String context) {
    try {
      if (!text.startsWith(VERSION)) {
        throw new IllegalArgumentException("unknown version of a seal");
      }
      byte[] both = Base64.getUrlDecoder().decode(text.substring(VERSION.length()));
      byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
      return run(Cipher.DECRYPT_MODE, nonce, context, both, NONCE_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SealBrokenException(subject, e);
    }
  }

  byte[] digest(String text) {
    return Hashing.hmac(digestKey, text);
  }

  private static Cipher newCipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-256-GCM", e);
    }
  }

  /** A cipher that failed is not used again: what state it is in is not promised. */
  private byte[] run(int mode, byte[] nonce, String context, byte[] input, int from)
      throws GeneralSecurityException {
    Cipher cipher = CIPHERS.take();
    cipher.init(mode, sealKey, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((context + "\u001f" + subject).getBytes(StandardCharsets.UTF_8));
    byte[] output = cipher.doFinal(input, from, input.length - from);
    CIPHERS.giveBack(cipher);
    return output;
  }
}
