package org.aidledger.store.file;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.aidledger.store.subject.MasterKey;

/**
 * Seals the chunks of one file with AES-256-GCM (NIST SP 800-38D). Each chunk is bound to its file,
 * its number and whether it is the last, so none can be cut off, swapped or taken from elsewhere.
 */
final class ChunkCipher {

  /** Clear bytes of every chunk but the last, which has fewer. */
  static final int CHUNK_BYTES = 256 * 1024;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final UUID file;
  private final SecretKeySpec key;

  ChunkCipher(MasterKey master, UUID file, byte[] salt) {
    this.file = file;
    key = new SecretKeySpec(master.derive(salt, "aid-ledger/file/v1"), "AES");
  }

  byte[] seal(int number, boolean last, byte[] clear, int length) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, number, last).doFinal(clear, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot seal with AES-256-GCM", e);
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws FileBrokenException if it was altered or is another chunk
   */
  byte[] open(int number, boolean last, byte[] sealed) throws FileBrokenException {
    try {
      return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(sealed);
    } catch (GeneralSecurityException e) {
      throw new FileBrokenException(file, number, e);
    }
  }

  /**
   * The number serves as the nonce: the key is of this file alone, and no number is sealed twice.
   */
  private Cipher cipher(int mode, int number, boolean last) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(number).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        ByteBuffer.allocate(21)
            .putLong(file.getMostSignificantBits())
            .putLong(file.getLeastSignificantBits())
            .putInt(number)
            .put((byte) (last ? 1 : 0))
            .array());
    return cipher;
  }
}
