package org.aidledger.evidence.pack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What the book signs of a package: the digest of its manifest, which has those of the rest. */
public final class ManifestNote {

  /**
   * The first line of the text. It has no third line, so that no signature of a package can pass
   * for one of a checkpoint.
   */
  public static final String FORMAT = "aidledger.org/package/v1";

  private ManifestNote() {}

  /** The text to be signed for a manifest. */
  public static String text(byte[] manifest) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(manifest);
      return FORMAT + "\n" + Base64.getEncoder().encodeToString(digest) + "\n";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
  }
}
