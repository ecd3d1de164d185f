package org.aidledger.verifier.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.aidledger.evidence.note.Cosigner;
import org.aidledger.evidence.note.NoteException;
import org.aidledger.verifier.given.GivenUnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * The private key in its file, held for as long as this is open, so that two runs at once cannot
 * countersign two heads that contradict each other.
 *
 * <p>The file has one line, {@code PRIVATE+KEY+name+number+base64}; the base64 is of the byte 04
 * (the kind) and the 32 bytes of the key, as RFC 8032 writes it.
 */
final class WitnessKey implements AutoCloseable {

  private static final String START = "PRIVATE+KEY+";
  private static final int SEED_BYTES = 32;
  private static final int LONGEST = 4_096;
  private static final byte KIND = 4;
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final FileChannel file;
  private final Cosigner cosigner;

  private WitnessKey(FileChannel file, Cosigner cosigner) {
    this.file = file;
    this.cosigner = cosigner;
  }

  /** Others than the owner may read the file. */
  static final class OpenToOthersException extends Exception {

    private static final long serialVersionUID = 1L;
  }

  /**
   * Makes a new key.
   *
   * @throws FileAlreadyExistsException if there is a file: a key is never overwritten
   * @throws NoteException if the name cannot be one of a key
   */
  static Cosigner make(Path path, String name) throws IOException {
    byte[] seed = new byte[SEED_BYTES];
    new SecureRandom().nextBytes(seed);
    Cosigner made = new Cosigner(name, seed);
    boolean posix = Files.getFileStore(folder(path)).supportsFileAttributeView("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    Set<StandardOpenOption> fresh =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(path, fresh, attributes)) {
      channel.write(ByteBuffer.wrap(text(made, seed).getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    return made;
  }

  private static Path folder(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    return folder == null ? path.toAbsolutePath() : folder;
  }

  private static String text(Cosigner key, byte[] seed) {
    byte[] material = ByteBuffer.allocate(1 + SEED_BYTES).put(KIND).put(seed).array();
    return START
        + key.publicKey().name()
        + "+"
        + HexFormat.of().toHexDigits(key.publicKey().id())
        + "+"
        + Base64.getEncoder().encodeToString(material)
        + "\n";
  }

  /**
   * Reads a key and holds it; waits while another run does.
   *
   * @throws GivenUnreadableException if the file cannot be read or holds no key
   */
  static WitnessKey open(Path path) throws OpenToOthersException {
    @Nullable FileChannel channel = null;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      refuseIfOthersMayRead(path);
      var _ = channel.lock();
      byte[] bytes = Channels.newInputStream(channel).readNBytes(LONGEST);
      WitnessKey key = new WitnessKey(channel, parse(new String(bytes, StandardCharsets.UTF_8)));
      channel = null;
      return key;
    } catch (IOException | IllegalArgumentException | NoteException e) {
      throw new GivenUnreadableException(path, e);
    } finally {
      close(channel);
    }
  }

  private static void close(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // It was only read; why it could not be used is told already.
      }
    }
  }

  private static void refuseIfOthersMayRead(Path path) throws IOException, OpenToOthersException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view != null && !OWNER.containsAll(view.readAttributes().permissions())) {
      throw new OpenToOthersException();
    }
  }

  private static Cosigner parse(String text) {
    // Base64 may hold plus signs too, so only the first two part the rest.
    String[] parts = text.strip().split("\\+", 5);
    if (!text.startsWith(START) || parts.length != 5) {
      throw new NoteException("This is no private key of a witness.");
    }
    byte[] material = Base64.getDecoder().decode(parts[4]);
    if (material.length != 1 + SEED_BYTES || material[0] != KIND) {
      throw new NoteException("This is no private key of a witness.");
    }
    Cosigner key = new Cosigner(parts[2], Arrays.copyOfRange(material, 1, material.length));
    if (!HexFormat.of().toHexDigits(key.publicKey().id()).equals(parts[3])) {
      throw new NoteException("The number of the private key does not belong to it.");
    }
    return key;
  }

  /** What signs. */
  Cosigner cosigner() {
    return cosigner;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
