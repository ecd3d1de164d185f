package org.aidledger.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a small tree of its own, with programs that only write down how they were called
 * in the place of Maven and Java.
 */
class LauncherTest {

  @TempDir Path folder;

  private Path root = Path.of("");
  private Path jdk = Path.of("");

  @BeforeEach
  void plant() throws Exception {
    root = Files.createDirectories(folder.resolve("a book"));
    jdk = jdk("jdk 25", "25.0.1", 0);
    Files.copy(Path.of("../ledger"), root.resolve("ledger"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    source("Main.java");
    script(
        root.resolve("mvnw"),
        """
        echo "$*" >>calls
        case "$*" in
          *package*)
            echo "[INFO] Scanning for projects..."
            echo "[INFO] Building Aid Ledger :: ledger-core 0.1.0-SNAPSHOT            [1/2]"
            if [ -e broken ]; then
              echo "[ERROR] Main.java:[3,4] ';' expected"
              echo "  and what javac says below it"
              echo "[INFO] BUILD FAILURE"
              exit 1
            fi
            echo "[INFO] Building Aid Ledger :: ledger-api 0.1.0-SNAPSHOT             [2/2]"
            echo "[INFO] Building jar: ledger-api-1.jar"
            mkdir -p ledger-api/target benchmarks/target
            echo plain >>ledger-api/target/ledger-api-1.jar
            echo built >>ledger-api/target/ledger-api-1-exec.jar
            case "$*" in *benchmarks*) echo built >>benchmarks/target/benchmarks-1-exec.jar ;; esac
            case "$*" in
              *audit-verifier*)
                mkdir -p audit-verifier/target
                echo built >>audit-verifier/target/audit-verifier-1-exec.jar ;;
            esac ;;
        esac
        """);
  }

  @Test
  void serveBuildsWhatIsMissingAndRunsIt() throws Exception {
    Outcome outcome = ledger("serve", "--port=9090", "--demo");
    assertThat(outcome.status()).isZero();
    assertThat(builds()).isEqualTo(1);
    String jar = unpacked("ledger").toString();
    String data = root.toRealPath().resolve("data").toString();
    assertThat(outcome.lines())
        .containsSubsequence("-Xmx1g", "-jar", jar, "serve", "--data", data)
        .containsSubsequence("--port", "9090", "--demo");
  }

  /** Requests that load classes out of a jar within a jar can keep each other waiting for ever. */
  @Test
  void whatRunsIsUnpackedOnceForEachBuildAndStaysWhileItRuns() throws Exception {
    ledger("serve");
    Path first = unpacked("ledger");
    Path user = first.resolveSibling("users").resolve("" + ProcessHandle.current().pid());
    Files.createFile(user);
    ledger("serve");
    Path changed = source("Main.java");
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(5)));
    ledger("serve");
    assertThat(folders("ledger-")).hasSize(2).contains(first.getParent());
    Files.delete(user);
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(10)));
    ledger("serve");
    assertThat(folders("ledger-")).hasSize(1).doesNotContain(first.getParent());
    assertThat(folders("bench-")).isEmpty();
  }

  @Test
  void benchRunsItsOwnJarAndNamesTheApplications() throws Exception {
    Outcome outcome = ledger("bench", "--quick", "singles");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.lines())
        .containsSubsequence("-Xmx1g", "-jar", unpacked("bench").toString())
        .containsSubsequence("--root", root.toRealPath().toString())
        .containsSubsequence("--jar", unpacked("ledger").toString(), "--quick", "singles");
    assertThat(Files.readAllLines(root.resolve("target/ledger.jar"))).containsOnly("built");
    ledger("bench", "singles");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void verifyRunsAJarOfItsOwnThatKnowsNoDataFolder() throws Exception {
    Outcome outcome = ledger("verify", "a receipt.json", "--json");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.lines())
        .containsSubsequence(
            "-jar",
            root.toRealPath().resolve("target/verify.jar").toString(),
            "a receipt.json",
            "--json")
        .doesNotContain("--data");
    assertThat(Files.readAllLines(root.resolve("calls")))
        .anyMatch(call -> call.contains("-pl audit-verifier"))
        .noneMatch(call -> call.contains("-pl ledger-api"));
  }

  @Test
  void countersignRunsTheSameJarAsVerify() throws Exception {
    Outcome outcome = ledger("countersign", "a head", "--first");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.lines())
        .containsSubsequence(
            "-jar",
            root.toRealPath().resolve("target/verify.jar").toString(),
            "countersign",
            "a head",
            "--first")
        .doesNotContain("--data");
  }

  @Test
  void importRunsTheApplicationWithItsDataFolder() throws Exception {
    Outcome outcome = ledger("import", "a package.zip", "--key=a key");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.lines())
        .containsSubsequence(
            "-jar",
            unpacked("ledger").toString(),
            "import",
            "--data",
            root.toRealPath().resolve("data").toString(),
            "a package.zip",
            "--key",
            "a key");
  }

  @Test
  void aVerifierThatCannotBeBuiltDoesNotCallTheFileFalse() throws Exception {
    Files.createFile(root.resolve("broken"));
    assertThat(ledger("verify", "receipt.json").status()).isEqualTo(2);
  }

  @Test
  void anotherDataFolderTakesThePlaceOfTheUsualOne() throws Exception {
    assertThat(ledger("serve", "--data=/some where").lines())
        .containsSubsequence("serve", "--data", "/some where")
        .doesNotContain(root.toRealPath().resolve("data").toString());
  }

  @Test
  void whatIsBuiltIsBuiltAgainOnlyWhenASourceIsNewer() throws Exception {
    ledger("serve");
    ledger("serve");
    assertThat(builds()).isEqualTo(1);
    Path changed = source("Main.java");
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(5)));
    ledger("serve");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aBuildSaysEachPartThatItComesToAndNothingElse() throws Exception {
    assertThat(ledger("serve").lines())
        .startsWith(
            "Building Aid Ledger (the first time also downloads its parts; that takes some"
                + " minutes) … 正在构建",
            "  1/2  Aid Ledger :: ledger-core",
            "  2/2  Aid Ledger :: ledger-api")
        .noneMatch(line -> line.startsWith("["));
    assertThat(ledger("serve").lines()).noneMatch(line -> line.contains("Building"));
  }

  @Test
  void aBuildThatFailsSaysWhy() throws Exception {
    Files.createFile(root.resolve("broken"));
    assertThat(ledger("serve").lines())
        .containsSubsequence(
            "[ERROR] Main.java:[3,4] ';' expected",
            "  and what javac says below it",
            "The build failed; the reason stands above. 构建失败，原因见上。")
        .noneMatch(line -> line.startsWith("[INFO]"));
  }

  @Test
  void aDamagedJarIsBuiltAgain() throws Exception {
    ledger("serve");
    Path jar = root.resolve("target/ledger.jar");
    FileTime built = Files.getLastModifiedTime(jar);
    Files.writeString(jar, "damaged");
    Files.setLastModifiedTime(jar, built);
    ledger("serve");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aFailedBuildEndsWithOneAndTheNextBeginsFromNothing() throws Exception {
    Files.createFile(root.resolve("broken"));
    assertThat(ledger("serve").status()).isEqualTo(1);
    Files.delete(root.resolve("broken"));
    assertThat(ledger("serve").status()).isZero();
    assertThat(Files.readAllLines(root.resolve("calls"))).anyMatch(call -> call.endsWith(" clean"));
  }

  @Test
  void theExitStatusIsTheApplicationsOwn() throws Exception {
    jdk = jdk("jdk that ends with 3", "25.0.1", 3);
    assertThat(ledger("serve").status()).isEqualTo(3);
  }

  @Test
  void anOlderJavaHomeIsPassedOver() throws Exception {
    Path onPath = jdk;
    jdk = jdk("jdk 17", "17.0.15", 17);
    ProcessBuilder builder = launcher(root.resolve("ledger"), "serve");
    builder.environment().merge("PATH", onPath + "/bin:", (old, first) -> first + old);
    assertThat(run(builder).status()).isZero();
  }

  @Test
  void aLinkFromElsewhereLeadsToTheSameTree() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("book"), root.resolve("ledger"));
    Outcome outcome = run(launcher(link, "serve").directory(elsewhere.toFile()));
    assertThat(outcome.lines()).contains(root.toRealPath().resolve("data").toString());
  }

  @Test
  void wrongUseEndsWith64AndHelpWithZero() throws Exception {
    assertThat(ledger("celebrate").status()).isEqualTo(64);
    Outcome help = ledger("help");
    assertThat(help.status()).isZero();
    assertThat(String.join("\n", help.lines())).contains("./ledger serve", "./ledger test");
  }

  /** The one folder into which a jar was unpacked, and the jar in it that runs. */
  private Path unpacked(String name) throws Exception {
    assertThat(folders(name + "-")).hasSize(1);
    return folders(name + "-").getFirst().resolve(name + ".jar");
  }

  private List<Path> folders(String prefix) throws Exception {
    try (Stream<Path> all = Files.list(root.toRealPath().resolve("target"))) {
      return all.filter(path -> path.getFileName().toString().startsWith(prefix)).toList();
    }
  }

  private long builds() throws Exception {
    return Files.readAllLines(root.resolve("calls")).stream()
        .filter(call -> call.contains("package"))
        .count();
  }

  private Path source(String name) throws Exception {
    Path sources = Files.createDirectories(root.resolve("ledger-api/src/main"));
    return Files.writeString(sources.resolve(name), "class Main {}");
  }

  /** A folder that looks like a JDK, whose Java prints its arguments and ends with a status. */
  private Path jdk(String name, String version, int status) throws Exception {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(
        home.resolve("bin/java"),
        """
        if [ "$1" = -Djarmode=tools ]; then
          mkdir -p "$6"
          exit
        fi
        printf '%%s\\n' "$@"
        exit %d
        """
            .formatted(status));
    script(home.resolve("bin/javac"), "exit 0\n");
    return home;
  }

  private static void script(Path file, String body) throws Exception {
    Files.writeString(file, "#!/bin/sh\n" + body);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Outcome ledger(String... arguments) throws Exception {
    return run(launcher(root.resolve("ledger"), arguments));
  }

  private ProcessBuilder launcher(Path script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().remove("LEDGER_HEAP");
    builder.environment().remove("LEDGER_JAVA_OPTS");
    return builder;
  }

  private static Outcome run(ProcessBuilder builder) throws Exception {
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), said.lines().toList());
  }

  private record Outcome(int status, List<String> lines) {}
}
