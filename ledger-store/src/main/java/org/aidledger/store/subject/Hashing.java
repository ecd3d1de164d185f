package org.aidledger.store.subject;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) and HKDF-SHA256 (RFC 5869) as the vault uses them. */
final class Hashing {

  private static final String HMAC = "HmacSHA256";

  /** Kept, because looking an algorithm up costs more than a digest. */
  private static final Shelf<Mac> MACS = new Shelf<>(Hashing::newMac);

  private static final byte[] NO_SALT = new byte[32];

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Hashing() {}

  private static Mac newMac() {
    try {
      return Mac.getInstance(HMAC);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA256", e);
    }
  }

  /** A key of 32 bytes for one purpose. */
  static byte[] derive(byte[] master, byte[] salt, String purpose) {
    return expand(extract(master, salt), purpose);
  }

  /**
   * The first step of HKDF, shared by all purposes of one salt. Both steps are spelled out because
   * Java's own looks its parts up anew for each key, which takes longer than the digests.
   */
  static byte[] extract(byte[] master, byte[] salt) {
    // RFC 5869, section 2.2: without a salt a string of zeros, and HMAC pads with zeros anyway.
    return hmac(salt.length == 0 ? NO_SALT : salt, master);
  }

  /** The second step: a key of 32 bytes, which is one block, so that its counter is always 1. */
  static byte[] expand(byte[] extracted, String purpose) {
    byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
    byte[] block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return hmac(extracted, block);
  }

  static byte[] hmac(byte[] key, String text) {
    return hmac(key, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    Mac mac = MACS.take();
    try {
      mac.init(new SecretKeySpec(key, HMAC));
      byte[] digest = mac.doFinal(message);
      MACS.giveBack(mac);
      return digest;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA256", e);
    }
  }

  static String base64(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }
}
