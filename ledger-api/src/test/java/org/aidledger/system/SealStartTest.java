package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ledger whose seal key is wrong says so in one sentence and does not start. */
@ExtendWith(LogOnFailure.class)
class SealStartTest {

  private static RunningLedger ledger;

  @BeforeAll
  static void startOnceAndStop() throws Exception {
    Path folder = Files.createDirectories(Path.of("target/system"));
    ledger = RunningLedger.start(Files.createTempDirectory(folder.toRealPath(), "seal-start-"));
    ledger.process().destroy();
    assertThat(ledger.process().waitFor(Waiting.PATIENCE)).isTrue();
  }

  @AfterAll
  static void stop() throws Exception {
    ledger.close();
  }

  @Test
  void aKeyThatIsLostNoKeyNotPrivateOrOfAnotherBookIsNamed() throws Exception {
    Path file = ledger.data().resolve("seal.key");
    byte[] genuine = Files.readAllBytes(file);

    Files.delete(file);
    refused("is missing");
    key(file, "not a key\n");
    refused("must hold 64 hexadecimal digits");
    key(file, "ab".repeat(32) + "\n");
    refused("belongs to another ledger");
    Files.write(file, genuine);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    refused("chmod 600");
    Files.delete(file);
    Files.createDirectory(file);
    refused("cannot be read");
    Files.delete(file);
    key(file, new String(genuine, StandardCharsets.US_ASCII));
    ledger.restart();
    Waiting.until(
        "the book goes on to be sealed",
        () -> ledger.desk("auditor").get("/audit/checkpoint").status() == 200);
  }

  private static void key(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  private static void refused(String words) throws Exception {
    Path output = Files.createTempFile("seal-start-", ".log");
    Process process = ledger.launch(output);
    try {
      assertThat(process.waitFor(Waiting.PATIENCE)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String said = Files.readString(output);
    Files.delete(output);
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(said).contains("封存密钥文件", words).doesNotContain("\tat ", "Exception");
  }
}
