package org.aidledger.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import org.aidledger.store.subject.MasterKey;

/** Reads what {@link SealedFileWriter} wrote, from any place in it, one chunk in memory. */
public final class SealedFileReader extends InputStream {

  static final int SALT_BYTES = 32;

  private static final int TAG_BYTES = 16;
  private static final int SEALED_BYTES = ChunkCipher.CHUNK_BYTES + TAG_BYTES;

  private final FileChannel file;
  private final ChunkCipher cipher;
  private final long size;
  private final int lastChunk;
  private long position;
  private byte[] chunk = new byte[0];
  private int chunkNumber = -1;

  /** Opens a finished file at its first byte. */
  public SealedFileReader(Path path, MasterKey master, UUID id) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      cipher = new ChunkCipher(master, id, read(0, SALT_BYTES));
      long sealed = file.size() - SALT_BYTES;
      lastChunk = Math.toIntExact((sealed - 1) / SEALED_BYTES);
      size = size(file.size());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Clear bytes of a finished file. */
  public static long size(Path path) throws IOException {
    return size(Files.size(path));
  }

  private static long size(long onDisk) throws IOException {
    long sealed = onDisk - SALT_BYTES;
    if (sealed < TAG_BYTES) {
      throw new IOException("The file is not finished.");
    }
    long chunks = (sealed + SEALED_BYTES - 1) / SEALED_BYTES;
    return sealed - chunks * TAG_BYTES;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (position >= size) {
      return -1;
    }
    open((int) (position / ChunkCipher.CHUNK_BYTES));
    int at = (int) (position % ChunkCipher.CHUNK_BYTES);
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, target, from, count);
    position += count;
    return count;
  }

  /** Passes over bytes without reading them. */
  @Override
  public long skip(long count) {
    long skipped = Math.clamp(count, 0, size - position);
    position += skipped;
    return skipped;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void open(int number) throws IOException {
    if (number != chunkNumber) {
      boolean last = number == lastChunk;
      long offset = SALT_BYTES + (long) number * SEALED_BYTES;
      int bytes = (int) Math.min(SEALED_BYTES, file.size() - offset);
      chunk = cipher.open(number, last, read(offset, bytes));
      chunkNumber = number;
    }
  }

  private byte[] read(long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, offset + buffer.position()) < 0) {
        throw new IOException("The file is cut off.");
      }
    }
    return bytes;
  }
}
