package org.aidledger.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.store.subject.MasterKey;

/**
 * Keeps files encrypted in the database. Content passes through in chunks, so that files of any
 * size need the memory of one, and clear bytes never reach a disk.
 */
public final class FileVault {

  /** A file whose storing has been quiet for so long was cut off; its chunks may be swept. */
  public static final Duration CUT_OFF = Duration.ofMinutes(15);

  private static final int SALT_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final FileRows rows;
  private final MasterKey master;

  /**
   * Opens the vault of a migrated ledger.
   *
   * @param dataSource gives connections in auto-commit mode
   */
  public FileVault(DataSource dataSource, MasterKey master) {
    rows = new FileRows(dataSource, master);
    this.master = master;
  }

  /**
   * Stores all that the stream gives; the caller closes it. Nobody sees the file before its last
   * byte is stored, and nothing of it stays if that fails.
   *
   * @param maxBytes the largest size that is taken
   * @throws FileTooLargeException if there is more
   * @throws IOException if the stream fails, or paused longer than {@link #CUT_OFF}
   */
  public StoredFile store(InputStream content, long maxBytes) throws IOException {
    sweep(CUT_OFF);
    UUID file = UUID.randomUUID();
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    rows.begin(file, salt);
    boolean stored = false;
    try {
      StoredFile result = fill(file, salt, content, maxBytes);
      stored = true;
      return result;
    } finally {
      if (!stored) {
        rows.delete(file);
      }
    }
  }

  private StoredFile fill(UUID file, byte[] salt, InputStream content, long maxBytes)
      throws IOException {
    ChunkCipher cipher = new ChunkCipher(master, file, salt);
    MessageDigest digest = sha256();
    byte[] clear = new byte[ChunkCipher.CHUNK_BYTES];
    long size = 0;
    int number = 0;
    boolean last;
    do {
      int length = content.readNBytes(clear, 0, clear.length);
      size += length;
      if (size > maxBytes) {
        throw new FileTooLargeException(maxBytes);
      }
      digest.update(clear, 0, length);
      last = length < clear.length;
      if (!rows.add(file, number, cipher.seal(number, last, clear, length))) {
        throw new IOException("The file came too slowly and was given up.");
      }
      number++;
    } while (!last);
    StoredFile stored = new StoredFile(file, HexFormat.of().formatHex(digest.digest()), size);
    if (!rows.finish(stored, number)) {
      throw new IOException("The file came too slowly and was given up.");
    }
    return stored;
  }

  /** What is known of a file; empty if there is none, or not any more. */
  public Optional<StoredFile> find(UUID file) {
    return rows.head(file).map(FileRows.Head::file);
  }

  /**
   * The clear content of a file, fetched as it is read; empty if there is none, or not any more.
   * Reading throws {@link FileBrokenException} if the file was altered, or is deleted meanwhile.
   */
  public Optional<InputStream> open(UUID file) {
    return rows.head(file).map(head -> new ChunkStream(rows, head));
  }

  /** Deletes a file and its key for good; false if there was none. */
  public boolean delete(UUID file) {
    return rows.delete(file);
  }

  /**
   * Deletes what is left of files whose storing was cut off.
   *
   * @param quiet how long no chunk of them has come
   * @return how many files
   */
  public int sweep(Duration quiet) {
    return rows.sweep(quiet);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
