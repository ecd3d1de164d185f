package org.aidledger.api.auditpackage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what is written from a thread of its own, in blocks: while one is hashed, encrypted and
 * written to the disk, the next is read from the database. Closing it waits for the last block and
 * leaves the other stream open.
 */
final class HandedOn extends OutputStream {

  private static final int BLOCK_BYTES = 1 << 18;
  private static final int BLOCKS = 4;

  /** Bytes that are full up to a length. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Block(byte[] bytes, int length) {}

  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(BLOCKS + 2);
  private final OutputStream to;
  private final Thread thread;
  private volatile @Nullable Throwable failure;
  private byte[] block = new byte[BLOCK_BYTES];
  private int length;
  private boolean closed;

  HandedOn(OutputStream to) {
    this.to = to;
    thread = Thread.ofPlatform().daemon().name("audit-package-out").start(this::passOn);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    Objects.checkFromIndexSize(from, count, bytes.length);
    int done = 0;
    while (done < count) {
      int some = Math.min(count - done, block.length - length);
      System.arraycopy(bytes, from + done, block, length, some);
      length += some;
      done += some;
      if (length == block.length) {
        handOver();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (length > 0) {
        handOver();
      }
      put(new Block(block, 0));
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted();
    } finally {
      // Ends it also if it was not told to.
      thread.interrupt();
    }
    requireGood();
  }

  private void handOver() throws IOException {
    requireGood();
    put(new Block(block, length));
    byte[] used = empty.poll();
    block = used == null ? new byte[BLOCK_BYTES] : used;
    length = 0;
  }

  private void put(Block next) throws IOException {
    try {
      full.put(next);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("The package was interrupted.");
  }

  private void requireGood() throws IOException {
    Throwable wrong = failure;
    if (wrong != null) {
      throw new IOException("The package could not be written.", wrong);
    }
  }

  /** Goes on taking blocks after a failure, so that nobody waits for room in vain. */
  private void passOn() {
    try {
      for (Block next = full.take(); next.length > 0; next = full.take()) {
        if (failure == null) {
          pass(next);
        }
        var _ = empty.offer(next.bytes);
      }
    } catch (InterruptedException closedEarly) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(Block next) {
    try {
      to.write(next.bytes, 0, next.length);
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
  }
}
