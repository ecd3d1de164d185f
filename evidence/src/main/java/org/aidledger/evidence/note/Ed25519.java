package org.aidledger.evidence.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 of the JDK with keys as RFC 8032 writes them: 32 bytes each. */
final class Ed25519 {

  static final int KEY_BYTES = 32;
  static final int SIGNATURE_BYTES = 64;

  /** What DER puts in front of the 32 bytes of a public key (RFC 8410). */
  private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /** The pair that a private key of 32 bytes stands for. */
  static KeyPair pair(byte[] seed) {
    if (seed.length != KEY_BYTES) {
      throw new IllegalArgumentException("A private key has 32 bytes, not " + seed.length + ".");
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      // The JDK has no other way to the public key: its generator asks for 32 random bytes, which
      // are the private key, and computes the rest.
      generator.initialize(255, new Given(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot make Ed25519 keys.", e);
    }
  }

  static byte[] raw(PublicKey key) {
    byte[] der = key.getEncoded();
    return Arrays.copyOfRange(der, PUBLIC.length, der.length);
  }

  static byte[] sign(KeyPair pair, byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot sign with Ed25519.", e);
    }
  }

  /** Whether the signature is genuine; false too if the key or the signature has not its form. */
  static boolean verifies(byte[] publicKey, byte[] message, byte[] signed) {
    byte[] der = Arrays.copyOf(PUBLIC, PUBLIC.length + publicKey.length);
    System.arraycopy(publicKey, 0, der, PUBLIC.length, publicKey.length);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
      signature.update(message);
      return signature.verify(signed);
    } catch (InvalidKeySpecException | SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot verify Ed25519.", e);
    }
  }

  /** Gives the bytes that it was made with, once. */
  private static final class Given extends SecureRandom {

    private static final long serialVersionUID = 1L;
    private final byte[] seed;

    Given(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("This Java makes Ed25519 keys in another way.");
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
