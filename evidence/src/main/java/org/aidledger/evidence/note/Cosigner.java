package org.aidledger.evidence.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;

/**
 * A witness's private key: how an auditor countersigns a checkpoint (C2SP tlog-cosignature, the
 * kind with Ed25519). It never touches the server.
 */
public final class Cosigner {

  private final KeyPair pair;
  private final VerifierKey publicKey;

  /**
   * Takes a key.
   *
   * @param name no spaces, no plus sign
   * @param seed the private key of RFC 8032, 32 bytes
   */
  public Cosigner(String name, byte[] seed) {
    pair = Ed25519.pair(seed);
    publicKey = new VerifierKey(name, SignatureKind.COSIGNATURE, Ed25519.raw(pair.getPublic()));
  }

  /** What others check the countersignatures with. */
  public VerifierKey publicKey() {
    return publicKey;
  }

  /**
   * Countersigns a checkpoint: as of this time, it is the largest one that the witness has seen,
   * and it continues every one seen before. Whoever calls this has checked that.
   *
   * @param at kept to the second
   */
  public SignedNote cosign(SignedNote checkpoint, Instant at) {
    Checkpoint.of(checkpoint);
    long seconds = at.getEpochSecond();
    byte[] message = message(seconds, checkpoint.text()).getBytes(StandardCharsets.UTF_8);
    byte[] signed = Ed25519.sign(pair, message);
    byte[] timestamped =
        ByteBuffer.allocate(Long.BYTES + signed.length).putLong(seconds).put(signed).array();
    return checkpoint.with(new NoteSignature(publicKey.name(), publicKey.id(), timestamped));
  }

  /** Seconds since 1970-01-01T00:00Z at which a countersignature says that it was made. */
  static long time(NoteSignature cosignature) {
    return ByteBuffer.wrap(cosignature.signature()).getLong();
  }

  static String message(long seconds, String text) {
    return "cosignature/v1\ntime " + seconds + "\n" + text;
  }
}
