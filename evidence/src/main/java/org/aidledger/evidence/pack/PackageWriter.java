package org.aidledger.evidence.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

/** Writes a package from its first byte to its last, one entry after the other. */
public final class PackageWriter {

  private static final String NAME = "[a-z0-9][a-z0-9./-]{0,99}";

  private final OutputStream out;
  private final List<PackageEntry> entries = new ArrayList<>();
  private long written;

  /**
   * Begins a package.
   *
   * @param out should be buffered; is not closed
   */
  public PackageWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Begins an entry; closing the stream ends it.
   *
   * @throws IllegalArgumentException if the name is not of small letters, digits, {@code . / -}
   */
  public OutputStream begin(String name) throws IOException {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("An entry cannot have the name " + name + ".");
    }
    return new Content(name);
  }

  /** Writes a whole entry. */
  public void add(String name, byte[] content) throws IOException {
    try (OutputStream entry = begin(name)) {
      entry.write(content);
    }
  }

  /** Writes the directory; nothing may follow. */
  public void finish() throws IOException {
    long centralOffset = written;
    byte[] central = ZipLayout.central(entries);
    write(central);
    write(ZipLayout.end(entries.size(), centralOffset, central.length));
    out.flush();
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }

  /** Counts and sums up what passes through. */
  private final class Content extends OutputStream {

    private final String name;
    private final long offset = written;
    private final CRC32 crc = new CRC32();
    private long size;
    private boolean closed;

    Content(String name) throws IOException {
      this.name = name;
      PackageWriter.this.write(ZipLayout.local(name));
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      Objects.checkFromIndexSize(from, length, bytes.length);
      out.write(bytes, from, length);
      crc.update(bytes, from, length);
      size += length;
      written += length;
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        PackageWriter.this.write(ZipLayout.descriptor((int) crc.getValue(), size));
        entries.add(new PackageEntry(name, size, (int) crc.getValue(), offset));
      }
    }
  }
}
