package org.aidledger.evidence.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Reads a package and accepts no byte outside the contents but the one that must stand there. The
 * contents themselves are for the caller to check.
 */
public final class PackageFile implements AutoCloseable {

  private static final int MOST_DIRECTORY_BYTES = 16 * 1024 * 1024;

  private final FileChannel file;
  private final List<PackageEntry> entries;

  private PackageFile(FileChannel file) throws IOException {
    this.file = file;
    this.entries = directory();
    for (PackageEntry entry : entries) {
      requireSame(entry.offset(), ZipLayout.local(entry.name()));
      requireSame(
          entry.contentOffset() + entry.size(), ZipLayout.descriptor(entry.crc(), entry.size()));
    }
  }

  /**
   * Opens a package.
   *
   * @throws PackageBrokenException if a byte outside the contents is not what it must be
   */
  public static PackageFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new PackageFile(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The entries in their order. */
  public List<PackageEntry> entries() {
    return entries;
  }

  /** The content of an entry; it is for the caller to compare its checksums. */
  public InputStream content(PackageEntry entry) {
    return new Content(entry);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private List<PackageEntry> directory() throws IOException {
    long size = file.size();
    if (size < ZipLayout.END_BYTES) {
      throw new PackageBrokenException("The file is too short.", size);
    }
    long endOffset = size - ZipLayout.END_BYTES;
    ByteBuffer end = read(endOffset, ZipLayout.END_BYTES);
    long bytes = end.getLong(40);
    long offset = end.getLong(48);
    if (bytes < 0 || bytes > MOST_DIRECTORY_BYTES || offset != endOffset - bytes || offset < 0) {
      throw new PackageBrokenException("The end of the file is not that of a package.", endOffset);
    }
    List<PackageEntry> found = parse(read(offset, (int) bytes), offset);
    requireSame(offset, ZipLayout.central(found));
    requireSame(endOffset, ZipLayout.end(found.size(), offset, bytes));
    if ((found.isEmpty() ? 0 : found.getLast().end()) != offset) {
      throw new PackageBrokenException("The entries do not fill the file.", offset);
    }
    return found;
  }

  /** Takes names, sizes and checksums; everything else is compared afterwards. */
  private static List<PackageEntry> parse(ByteBuffer central, long offset) {
    List<PackageEntry> found = new ArrayList<>();
    long next = 0;
    int at = 0;
    while (at < central.limit()) {
      int left = central.limit() - at;
      if (left < ZipLayout.CENTRAL_FIXED_BYTES + ZipLayout.CENTRAL_EXTRA_BYTES) {
        throw new PackageBrokenException("The directory of the package is cut off.", offset + at);
      }
      int length = Short.toUnsignedInt(central.getShort(at + 28));
      if (length > left - ZipLayout.CENTRAL_FIXED_BYTES - ZipLayout.CENTRAL_EXTRA_BYTES) {
        throw new PackageBrokenException("A name in the package is too long.", offset + at + 28);
      }
      byte[] name = new byte[length];
      central.get(at + ZipLayout.CENTRAL_FIXED_BYTES, name);
      int extra = at + ZipLayout.CENTRAL_FIXED_BYTES + length;
      long size = central.getLong(extra + 4);
      if (size < 0 || size > offset - next) {
        throw new PackageBrokenException("A size in the package is wrong.", offset + extra + 4);
      }
      PackageEntry entry =
          new PackageEntry(
              new String(name, StandardCharsets.US_ASCII), size, central.getInt(at + 16), next);
      found.add(entry);
      next = entry.end();
      at += ZipLayout.centralBytes(entry.name());
    }
    return List.copyOf(found);
  }

  private void requireSame(long offset, byte[] expected) throws IOException {
    byte[] there = ZipLayout.bytes(read(offset, expected.length));
    int different = Arrays.mismatch(expected, there);
    if (different >= 0) {
      throw new PackageBrokenException(
          "The frame of the package is not what it must be.", offset + different);
    }
  }

  private ByteBuffer read(long offset, int length) throws IOException {
    ByteBuffer buffer = ZipLayout.buffer(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, offset + buffer.position()) < 0) {
        throw new PackageBrokenException("The file is cut off.", offset + buffer.position());
      }
    }
    return buffer.flip();
  }

  /** Reads one content, whatever else is read at the same time. */
  private final class Content extends InputStream {

    private long position;
    private final long end;

    Content(PackageEntry entry) {
      position = entry.contentOffset();
      end = position + entry.size();
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
      if (position >= end) {
        return -1;
      }
      int most = (int) Math.min(length, end - position);
      int count = file.read(ByteBuffer.wrap(target, from, most), position);
      if (count > 0) {
        position += count;
      }
      return count;
    }
  }
}
