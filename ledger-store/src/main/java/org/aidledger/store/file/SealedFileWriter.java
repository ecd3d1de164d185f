package org.aidledger.store.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import org.aidledger.store.subject.MasterKey;

/**
 * Writes a file that lies encrypted on the disk, chunk by chunk, for {@link SealedFileReader}. Only
 * its owner may read it even so.
 */
public final class SealedFileWriter extends OutputStream {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final FileChannel file;
  private final ChunkCipher cipher;
  private final byte[] chunk = new byte[ChunkCipher.CHUNK_BYTES];
  private int filled;
  private int number;
  private boolean finished;

  /**
   * Begins a file that does not exist.
   *
   * @param id what the file is; it opens as nothing else
   */
  public SealedFileWriter(Path path, MasterKey master, UUID id) throws IOException {
    byte[] salt = new byte[SealedFileReader.SALT_BYTES];
    RANDOM.nextBytes(salt);
    cipher = new ChunkCipher(master, id, salt);
    file =
        FileChannel.open(
            path,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    write(ByteBuffer.wrap(salt));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, bytes.length);
    int done = 0;
    while (done < length) {
      if (filled == chunk.length) {
        seal(false);
      }
      int some = Math.min(length - done, chunk.length - filled);
      System.arraycopy(bytes, from + done, chunk, filled, some);
      filled += some;
      done += some;
    }
  }

  /** Writes the last chunk and forces all to the disk; a file without it does not open. */
  public void finish() throws IOException {
    seal(true);
    file.force(true);
    finished = true;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void seal(boolean last) throws IOException {
    if (finished) {
      throw new IOException("The file is finished.");
    }
    write(ByteBuffer.wrap(cipher.seal(number, last, chunk, filled)));
    number++;
    filled = 0;
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }
}
