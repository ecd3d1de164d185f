package org.aidledger.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.aidledger.store.event.TestDatabase;
import org.aidledger.store.subject.MasterKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are kept whole or not at all, sealed, and gone for good once deleted. */
class FileVaultTest {

  private static final int CHUNK = ChunkCipher.CHUNK_BYTES;
  private static final long MOST = 10_000_000;

  @TempDir private static Path folder;

  private static TestDatabase database;
  private static FileVault vault;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    vault =
        new FileVault(
            database.pool(), MasterKey.open(folder.resolve("master.key"), database.plain()));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void whatIsStoredIsReadBack() throws Exception {
    for (int size : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 77}) {
      byte[] content = content(size);

      StoredFile stored = vault.store(new ByteArrayInputStream(content), size);

      assertThat(stored.size()).isEqualTo(size);
      assertThat(stored.sha256())
          .isEqualTo(
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
      assertThat(vault.find(stored.fileId())).contains(stored);
      assertThat(read(stored.fileId())).isEqualTo(content);
    }
  }

  @Test
  void theDatabaseHoldsNoClearText() throws Exception {
    byte[] content = "慈心一日捐名册".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    StoredFile stored = vault.store(new ByteArrayInputStream(content), MOST);

    String marker = HexFormat.of().formatHex("慈心一日捐".getBytes(StandardCharsets.UTF_8));
    assertThat(
            database.number(
                "select count(*) from ledger.file_chunk where position('\\x"
                    + marker
                    + "'::bytea in sealed) > 0"))
        .isZero();
    assertThat(read(stored.fileId())).isEqualTo(content);
  }

  @Test
  void aFileThatIsTooLargeLeavesNothing() {
    long before = rows();
    assertThatThrownBy(() -> vault.store(new ByteArrayInputStream(content(3 * CHUNK)), 2L * CHUNK))
        .isInstanceOf(FileTooLargeException.class);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aStreamThatBreaksLeavesNothing() throws IOException {
    long before = rows();
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    InputStream broken =
        new SequenceInputStream(new ByteArrayInputStream(content(2 * CHUNK + 1)), closed);

    assertThatThrownBy(() -> vault.store(broken, MOST)).isInstanceOf(IOException.class);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void whatACutOffProcessLeftIsInvisibleAndSwept() {
    UUID file = UUID.randomUUID();
    database.execute(
        "insert into ledger.file (file_id, salt, touched_at) values ('"
            + file
            + "', 'salt', now() - interval '1 hour')");
    database.execute("insert into ledger.file_chunk values ('" + file + "', 0, 'sealed')");

    assertThat(vault.find(file)).isEmpty();
    assertThat(vault.open(file)).isEmpty();
    assertThat(vault.sweep(Duration.ofHours(2))).isZero();
    assertThat(vault.sweep(FileVault.CUT_OFF)).isEqualTo(1);
    assertThat(database.number("select count(*) from ledger.file_chunk where sealed = 'sealed'"))
        .isZero();
  }

  @Test
  void everyAlterationShows() throws Exception {
    for (String alteration :
        new String[] {
          "update ledger.file_chunk set sealed = set_byte(sealed, 5, 255 - get_byte(sealed, 5))"
              + " where number = 1 and file_id = ",
          "delete from ledger.file_chunk where number = 1 and file_id = ",
          "update ledger.file_chunk set number = 3 - number - 10 where number in (1, 2)"
              + " and file_id = ",
          "update ledger.file set chunks = 2 where file_id = ",
          "update ledger.file_chunk a set sealed = (select sealed from ledger.file_chunk b where"
              + " b.file_id = a.file_id and b.number = 0) where a.number = 1 and a.file_id = ",
          "update ledger.file_chunk a set sealed = (select sealed from ledger.file_chunk b where"
              + " b.file_id <> a.file_id and b.number = 1 limit 1) where a.number = 1"
              + " and a.file_id = ",
          "update ledger.file set salt = 'other' where file_id = "
        }) {
      vault.store(new ByteArrayInputStream(content(3 * CHUNK)), MOST);
      UUID file = vault.store(new ByteArrayInputStream(content(3 * CHUNK)), MOST).fileId();
      database.execute(alteration + "'" + file + "'");

      assertThatThrownBy(() -> read(file)).as(alteration).isInstanceOf(FileBrokenException.class);
    }
  }

  @Test
  void aDeletedFileIsGoneAlsoForWhoReadsIt() throws Exception {
    UUID file = vault.store(new ByteArrayInputStream(content(3 * CHUNK)), MOST).fileId();
    try (InputStream reading = vault.open(file).orElseThrow()) {
      assertThat(reading.read()).isNotNegative();

      assertThat(vault.delete(file)).isTrue();

      assertThatThrownBy(reading::readAllBytes).isInstanceOf(FileBrokenException.class);
    }
    assertThat(vault.open(file)).isEmpty();
    assertThat(vault.delete(file)).isFalse();
    assertThat(
            database.number(
                "select count(*) from ledger.file_chunk where file_id = '" + file + "'"))
        .isZero();
  }

  private static byte[] read(UUID file) throws IOException {
    try (InputStream in = vault.open(file).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  private static byte[] content(int size) {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    return content;
  }

  private static long rows() {
    return database.number(
        "select (select count(*) from ledger.file) + (select count(*) from ledger.file_chunk)");
  }
}
