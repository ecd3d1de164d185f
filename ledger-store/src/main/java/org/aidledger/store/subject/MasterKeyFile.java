package org.aidledger.store.subject;

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

/** The file of the master key: 64 hexadecimal digits, mode 0600. */
final class MasterKeyFile {

  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private MasterKeyFile() {}

  static Optional<MasterKey> read(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
      refuseIfOthersMayRead(file);
      if (!text.matches("[0-9a-fA-F]{" + 2 * MasterKey.BYTES + "}")) {
        throw new MasterKeyException(
            "The master key file " + file + " must hold 64 hexadecimal digits and nothing else.");
      }
      return Optional.of(new MasterKey(HexFormat.of().parseHex(text)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new MasterKeyException("The master key file " + file + " cannot be read.", e);
    }
  }

  /** Makes a new key; if another process was faster, its key is taken. */
  static MasterKey create(Path file) {
    byte[] key = new byte[MasterKey.BYTES];
    new SecureRandom().nextBytes(key);
    try {
      write(file, HexFormat.of().formatHex(key) + "\n");
    } catch (IOException e) {
      throw new MasterKeyException("The master key file " + file + " cannot be written.", e);
    }
    return read(file).orElseThrow();
  }

  /** Writes beside the file, forces to disk, and links it into place: whole, or not at all. */
  private static void write(Path file, String text) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    // Temporary files are created with mode 0600, so the key is never readable by others.
    Path beside = Files.createTempFile(folder, "master-key.", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      }
      // Unlike a move, a link never replaces a key that somebody else has just made.
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

  private static void refuseIfOthersMayRead(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && !OWNER.containsAll(view.readAttributes().permissions())) {
      throw new MasterKeyException(
          "The master key file " + file + " must be private: chmod 600 " + file);
    }
  }
}
