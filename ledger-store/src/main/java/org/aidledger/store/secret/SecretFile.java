package org.aidledger.store.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A secret of 32 bytes in a file of its own: 64 hexadecimal digits, mode 0600.
 *
 * @param what what the secret is called in messages, such as "master key"
 */
public record SecretFile(Path file, String what) {

  /** Length of every secret in bytes. */
  public static final int BYTES = 32;

  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /**
   * Reads the secret; empty if there is no such file.
   *
   * @throws SecretFileException if the file cannot be read, is not private or holds something else
   */
  public Optional<byte[]> read() {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
      refuseIfOthersMayRead();
      if (!text.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")) {
        throw new SecretFileException(
            "The " + what + " file " + file + " must hold 64 hexadecimal digits and nothing else.");
      }
      return Optional.of(HexFormat.of().parseHex(text));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new SecretFileException("The " + what + " file " + file + " cannot be read.", e);
    }
  }

  /**
   * Makes a new secret; if another process was faster, its secret is taken.
   *
   * @throws SecretFileException if the file cannot be written
   */
  public byte[] create() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    try {
      write(HexFormat.of().formatHex(secret) + "\n");
    } catch (IOException e) {
      throw new SecretFileException("The " + what + " file " + file + " cannot be written.", e);
    }
    return read().orElseThrow();
  }

  /** Writes beside the file, forces to disk, and links it into place: whole, or not at all. */
  private void write(String text) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    // Temporary files are created with mode 0600, so the secret is never readable by others.
    Path beside = Files.createTempFile(folder, what.replace(' ', '-') + ".", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      }
      // Unlike a move, a link never replaces a secret that somebody else has just made.
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.deleteIfExists(beside);
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private void refuseIfOthersMayRead() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && !OWNER.containsAll(view.readAttributes().permissions())) {
      throw new SecretFileException(
          "The " + what + " file " + file + " must be private: chmod 600 " + file);
    }
  }
}
