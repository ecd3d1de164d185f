package org.aidledger.verifier;

import static org.aidledger.verifier.MadeUpBook.FUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar that Maven packed, copied into an empty folder and started with an empty environment, as
 * an auditor does who carries it away. Runs behind the packing, with {@code mvn verify}.
 */
class PackedJarIT {

  @TempDir Path folder;

  @BeforeEach
  void carryAway() throws Exception {
    Files.copy(Path.of(System.getProperty("packed.jar")), folder.resolve("verifier.jar"));
  }

  @Test
  void itHoldsItsOwnClassesAndTheParserAndNothingElse() throws Exception {
    try (JarFile jar = new JarFile(folder.resolve("verifier.jar").toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("org.aidledger.verifier.Main");
      assertThat(jar.getManifest().getMainAttributes().getValue("Class-Path")).isNull();
      assertThat(
              jar.stream()
                  .map(entry -> entry.getName().replaceFirst("META-INF/versions/\\d+/", "")))
          .filteredOn(name -> name.endsWith(".class"))
          .isNotEmpty()
          .allMatch(
              name ->
                  name.startsWith("org/aidledger/verifier/")
                      || name.startsWith("org/aidledger/evidence/")
                      || name.startsWith("tools/jackson/core/"));
    }
  }

  @Test
  void itJudgesAPackageInBothLanguages() throws Exception {
    byte[] genuine =
        Files.readAllBytes(PackageRulesTest.honest().balance(FUND, 9_400, 0, 9).pack(folder));
    Files.write(folder.resolve("package.zip"), genuine);
    Ran zh = run("package.zip", "--language", "zh");
    assertThat(zh.out()).contains("属实：所校验的各项全部成立").doesNotContain("Exception");
    assertThat(zh.status()).isZero();
    assertThat(run("package.zip", "--json").out()).contains("\"genuine\":true");
    genuine[genuine.length / 2] ^= 1;
    Files.write(folder.resolve("package.zip"), genuine);
    Ran flipped = run("package.zip", "--language", "en");
    assertThat(flipped.out()).contains("NOT GENUINE").doesNotContain("Exception");
    assertThat(flipped.status()).isEqualTo(1);
    assertThat(run().status()).isEqualTo(64);
  }

  @Test
  void itCountersigns() throws Exception {
    MadeUpBook book = PackageRulesTest.honest();
    Files.writeString(folder.resolve("book.pub"), MadeUpBook.KEY.publicKey() + "\n");
    Files.writeString(folder.resolve("head"), book.note(book.leaves().size()).toString());
    Ran made = run("countersign", "--new-key", "w1", "--name", "auditor.example/w1");
    assertThat(made.status()).as(made.out()).isZero();
    Ran countersigned =
        run("countersign", "head", "--witness-key", "w1", "--key", "book.pub", "--first");
    assertThat(countersigned.status()).as(countersigned.out()).isZero();
    assertThat(folder.resolve("head.countersigned")).content().contains("— auditor.example/w1 ");
  }

  private Ran run(String... arguments) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString(), "-jar", "verifier.jar"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    // Any machine that shows Chinese has something like it.
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Ran(process.exitValue(), out);
  }
}
