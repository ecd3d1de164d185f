package org.aidledger.store.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One live process per data folder. The operating system drops the lock when its holder ends,
 * however it ends, so nothing has to be tidied after a crash.
 */
final class DataLock implements AutoCloseable {

  /**
   * The folders held by this process. POSIX drops all locks of a process on a file when it closes
   * any descriptor of that file, so a second attempt inside this process must not even open it.
   */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path file;
  private final FileChannel channel;

  private DataLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static DataLock take(DataFolder data) {
    Path file = data.lock();
    synchronized (HELD) {
      if (!HELD.add(file)) {
        throw new DataInUseException(data.root(), OptionalLong.of(ProcessHandle.current().pid()));
      }
      boolean taken = false;
      try {
        DataLock lock = lock(data, file);
        taken = true;
        return lock;
      } catch (IOException e) {
        throw new DatabaseStartException(
            StartFailure.DATA_UNUSABLE, "The lock file " + file + " cannot be used.", e);
      } finally {
        if (!taken) {
          HELD.remove(file);
        }
      }
    }
  }

  private static DataLock lock(DataFolder data, Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new DataInUseException(data.root(), readHolder(file));
    }
    // The number helps an operator to find the holder; the lock itself is what counts.
    byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid), 0);
    return new DataLock(file, channel);
  }

  private static OptionalLong readHolder(Path file) {
    try {
      return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void close() {
    synchronized (HELD) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new IllegalStateException("The lock file " + file + " could not be closed.", e);
      } finally {
        HELD.remove(file);
      }
    }
  }
}
