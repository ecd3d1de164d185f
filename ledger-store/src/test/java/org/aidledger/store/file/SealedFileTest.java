package org.aidledger.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.aidledger.store.event.TestDatabase;
import org.aidledger.store.subject.MasterKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {

  @TempDir private static Path folder;
  private static TestDatabase database;
  private static MasterKey master;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    master = MasterKey.open(folder.resolve("master.key"), database.plain());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 700_000})
  void whatWasWrittenIsReadFromAnyPlaceInIt(int size) throws Exception {
    UUID id = UUID.randomUUID();
    Path file = folder.resolve(id.toString());
    byte[] content = new byte[size];
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    random.nextBytes(content);
    write(file, id, content);
    assertThat(SealedFileReader.size(file)).isEqualTo(size);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    for (int i = 0; i < 10; i++) {
      int from = i == 0 ? 0 : random.nextInt(size + 1);
      try (SealedFileReader reader = new SealedFileReader(file, master, id)) {
        assertThat(reader.skip(from)).isEqualTo(from);
        assertThat(reader.readAllBytes())
            .as("seed " + seed)
            .isEqualTo(Arrays.copyOfRange(content, from, size));
      }
    }
  }

  @Test
  void nothingClearLiesOnTheDiskAndAnAlteredFileDoesNotOpen() throws Exception {
    UUID id = UUID.randomUUID();
    Path file = folder.resolve(id.toString());
    write(file, id, "王小明 6222".getBytes(StandardCharsets.UTF_8));
    byte[] sealed = Files.readAllBytes(file);
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("王小明", "6222");
    sealed[40] ^= 1;
    Files.write(file, sealed);
    try (SealedFileReader reader = new SealedFileReader(file, master, id)) {
      assertThatThrownBy(reader::readAllBytes).isInstanceOf(FileBrokenException.class);
    }
  }

  @Test
  void anUnfinishedFileDoesNotOpen() throws Exception {
    UUID id = UUID.randomUUID();
    Path file = folder.resolve(id.toString());
    try (OutputStream out = new SealedFileWriter(file, master, id)) {
      out.write(new byte[100]);
    }
    assertThatThrownBy(() -> SealedFileReader.size(file)).isInstanceOf(IOException.class);
  }

  private static void write(Path file, UUID id, byte[] content) throws IOException {
    try (SealedFileWriter out = new SealedFileWriter(file, master, id)) {
      out.write(content);
      out.finish();
    }
  }
}
