package org.aidledger.verifier.scratch;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Room for tables outside the heap, for one thread: a few megabytes of memory, which are enough for
 * a small book, and behind them one temporary file that only its owner may read and that is gone
 * with the run, however it ends.
 */
public final class Scratch implements AutoCloseable {

  private static final long IN_MEMORY = 4L << 20;
  private static final long FIRST_WINDOW = 4L << 20;
  private static final long LARGEST_WINDOW = 32L << 20;
  private static final int ZEROS = 1 << 16;

  private final Path folder;
  private final long firstWindow;
  private final Arena arena = Arena.ofConfined();
  private final Fingerprints fingerprints = new Fingerprints();
  private @Nullable FileChannel file;
  private MemorySegment window;
  private long handedOut;
  private long fileBytes;

  /** In the folder that Java has for temporary files. */
  public Scratch() {
    this(Path.of(System.getProperty("java.io.tmpdir")), IN_MEMORY, FIRST_WINDOW);
  }

  /**
   * In a folder.
   *
   * @param inMemory bytes that are handed out before there is a file
   * @param firstWindow bytes of the file that are mapped first; later windows are larger
   */
  Scratch(Path folder, long inMemory, long firstWindow) {
    this.folder = folder;
    this.firstWindow = firstWindow;
    window = arena.allocate(inMemory, Long.BYTES);
  }

  /** What stands for texts in the tables. */
  Fingerprints fingerprints() {
    return fingerprints;
  }

  /** How large the file is; 0 if there is none. */
  long fileBytes() {
    return fileBytes;
  }

  /**
   * Room of its own for so many numbers, which are 0.
   *
   * @throws NoScratchException if there is none
   */
  LongBuffer page(int numbers) {
    long bytes = (long) numbers * Long.BYTES;
    if (window.byteSize() - handedOut < bytes) {
      window = next(bytes);
      handedOut = 0;
    }
    handedOut += bytes;
    return window
        .asSlice(handedOut - bytes, bytes, Long.BYTES)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }

  private MemorySegment next(long atLeast) {
    long bytes = Math.max(Math.clamp(fileBytes, firstWindow, LARGEST_WINDOW), atLeast);
    try {
      FileChannel open = open();
      write(open, bytes);
      MemorySegment mapped = open.map(MapMode.READ_WRITE, fileBytes, bytes, arena);
      fileBytes += bytes;
      return mapped;
    } catch (IOException e) {
      throw new NoScratchException(folder, e);
    }
  }

  private FileChannel open() throws IOException {
    FileChannel open = file;
    if (open == null) {
      // Created with the rights of the owner only, and where the system can do so nameless at once.
      Path path = Files.createTempFile(folder, "aid-ledger-verify", null);
      try {
        open =
            FileChannel.open(
                path,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE,
                LinkOption.NOFOLLOW_LINKS);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(path);
        throw e;
      }
      file = open;
    }
    return open;
  }

  /** A full disk shows here, with words; through mapped memory it would end the process. */
  private void write(FileChannel open, long bytes) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
    long end = fileBytes + bytes;
    long at = fileBytes;
    while (at < end) {
      zeros.clear().limit((int) Math.min(ZEROS, end - at));
      at += open.write(zeros, at);
    }
  }

  /** Gives everything back: first what is mapped, because Windows deletes no file that is. */
  @Override
  public void close() {
    arena.close();
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new NoScratchException(folder, e);
    }
  }
}
