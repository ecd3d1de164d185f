package org.aidledger.verifier.given;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aidledger.evidence.note.NoteException;
import org.aidledger.evidence.note.VerifierKey;

/**
 * Reads a small file: a key, a checkpoint, a proof.
 *
 * @param path where it lies
 */
public record GivenFile(Path path) {

  /** A proof over 2^60 events has 6,000 bytes; whoever names a film by mistake is told at once. */
  private static final int LONGEST = 1024 * 1024;

  /**
   * Its text.
   *
   * @throws GivenUnreadableException if it cannot be read, is no text or far too long
   */
  public String text() {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new IOException("The file is too long.");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IOException e) {
      throw new GivenUnreadableException(path, e);
    }
  }

  /**
   * The public keys in it, one a line.
   *
   * @throws GivenUnreadableException if a line is none
   */
  public List<VerifierKey> keys() {
    try {
      return text()
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> VerifierKey.parse(line.strip()))
          .toList();
    } catch (NoteException e) {
      throw new GivenUnreadableException(path, e);
    }
  }
}
