package org.aidledger.store.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aidledger.store.event.Crowd;
import org.aidledger.store.event.TestDatabase;
import org.aidledger.store.secret.SecretFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

  @TempDir private Path folder;
  private Path file;
  private TestDatabase database;

  @BeforeEach
  void open() {
    file = folder.resolve("keys").resolve("master.key");
    database = TestDatabase.create();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aMissingFileIsMadePrivateAndServesFromThenOn() throws Exception {
    MasterKey first = MasterKey.open(file, database.plain());
    String text = Files.readString(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(text).matches("[0-9a-f]{64}\n");
    assertThat(MasterKey.open(file, database.plain()).derive("x")).isEqualTo(first.derive("x"));
    assertThat(Files.readString(file)).isEqualTo(text);
    try (var files = Files.list(folder.resolve("keys"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws Exception {
    MasterKey.open(file, database.plain());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> MasterKey.open(file, database.plain()))
        .isInstanceOf(MasterKeyException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aFileThatHoldsNoKeyIsRefusedWithoutShowingIt() throws Exception {
    MasterKey.open(file, database.plain());
    Files.writeString(file, "abcdef");

    assertThatThrownBy(() -> MasterKey.open(file, database.plain()))
        .isInstanceOf(MasterKeyException.class)
        .hasMessageContaining("64 hexadecimal digits")
        .hasMessageNotContaining("abcdef");
  }

  @Test
  void theKeyOfAnotherLedgerIsRefused() {
    MasterKey.open(file, database.plain());

    assertThatThrownBy(() -> MasterKey.open(folder.resolve("other.key"), database.plain()))
        .isInstanceOf(MasterKeyException.class)
        .hasMessageContaining("is missing");
    assertThat(folder.resolve("other.key")).doesNotExist();

    new SecretFile(folder.resolve("other.key"), "master key").create();
    assertThatThrownBy(() -> MasterKey.open(folder.resolve("other.key"), database.plain()))
        .isInstanceOf(MasterKeyException.class)
        .hasMessageContaining("belongs to another ledger");
  }

  @Test
  void processesThatStartTogetherAgreeOnOneKey() throws Exception {
    Set<String> keys = ConcurrentHashMap.newKeySet();
    Crowd.of(
        8,
        i -> {
          MasterKey key = MasterKey.open(file, database.plain());
          keys.add(Hashing.base64(key.derive("x")));
        });
    assertThat(keys).hasSize(1);
  }
}
