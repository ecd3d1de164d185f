package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a newcomer can do in five minutes: the demo book, a package of it, and the auditor's jar on
 * a machine that has nothing else.
 */
@ExtendWith(LogOnFailure.class)
class DemoPackageTest {

  @TempDir Path folder;

  @Test
  void theDemoBookIsGenuineToTheJarAloneAndNotAfterOneByteWasFlipped() throws Exception {
    byte[] genuine;
    try (RunningLedger ledger =
        RunningLedger.start(folder.resolve("data"), "--demo", "--ledger.evidence.pause=200ms")) {
      DrillBook.awaitSealed(ledger);
      PackageClient client = new PackageClient(ledger, folder);
      genuine = Files.readAllBytes(client.fetched(Map.of("people", "redacted")));
    }
    VerifierJar verifier = VerifierJar.in(folder);
    Path file = Files.write(folder.resolve("package.zip"), genuine);

    PackageClient.Ran ran = verifier.verify(file, "--language", "zh");
    assertThat(ran.out()).contains("属实：所校验的各项全部成立").doesNotContain("✗", "Exception");
    assertThat(ran.status()).isZero();
    assertThat(verifier.verify(file, "--language", "en").out()).contains("GENUINE");

    int amount = find(genuine, "\\\"amount\\\":");
    Map<Integer, List<String>> flips =
        Map.of(
            amount + 1,
            List.of("ENTRY_CHANGED"),
            find(genuine, "manifest.json") + 1,
            List.of("PACKAGE_DAMAGED", "ENTRY_UNEXPECTED"),
            find(genuine, "\\u2014 aid-ledger") + 30,
            List.of("ENTRY_CHANGED"),
            genuine.length - 30,
            List.of("PACKAGE_DAMAGED"));
    for (Map.Entry<Integer, List<String>> flip : flips.entrySet()) {
      byte[] flipped = genuine.clone();
      flipped[flip.getKey()] ^= 1;
      PackageClient.Ran no = verifier.verify(Files.write(file, flipped), "--language", "en");
      assertThat(no.status()).as(no.out()).isEqualTo(1);
      assertThat(no.out())
          .contains("NOT GENUINE")
          .containsAnyOf(flip.getValue().toArray(String[]::new));
      assertThat(verifier.verify(file, "--language", "zh").out()).contains("不属实");
    }
  }

  /** Where a text stands behind the first name of an entry. */
  private static int find(byte[] bytes, String text) {
    byte[] wanted = text.replace("\\u2014", "\u2014").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i + wanted.length;
      }
    }
    throw new AssertionError("not in the package: " + text);
  }
}
