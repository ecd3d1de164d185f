package org.aidledger.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The clear content of a stored file, one chunk in memory at a time, no connection held. */
final class ChunkStream extends InputStream {

  private final FileRows rows;
  private final FileRows.Head head;
  private byte[] chunk = {};
  private int read;
  private int next;

  ChunkStream(FileRows rows, FileRows.Head head) {
    this.rows = rows;
    this.head = head;
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[read++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - read);
    System.arraycopy(chunk, read, target, offset, count);
    read += count;
    return count;
  }

  @Override
  public int available() {
    return chunk.length - read;
  }

  private boolean fill() throws IOException {
    while (read == chunk.length) {
      if (next == head.chunks()) {
        return false;
      }
      int number = next;
      byte[] sealed =
          rows.chunk(head.file().fileId(), number)
              .orElseThrow(() -> new FileBrokenException(head.file().fileId(), number, null));
      chunk = head.cipher().open(number, number == head.chunks() - 1, sealed);
      read = 0;
      next++;
    }
    return true;
  }
}
