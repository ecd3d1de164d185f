package org.aidledger.store.postgres;

import static org.aidledger.store.postgres.TestDatabases.execute;
import static org.aidledger.store.postgres.TestDatabases.options;
import static org.aidledger.store.postgres.TestDatabases.prepared;
import static org.aidledger.store.postgres.TestDatabases.single;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseCrashTest {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void prepare() throws Exception {
    prepared(folder);
  }

  @AfterEach
  void endHelpers() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void aKilledServerComesBackOnItsPortWithEveryCommittedRow() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, options())) {
      execute(database, "CREATE TABLE kept AS SELECT 1 AS amount");
      long before = database.serverPid();
      int port = database.port();

      ProcessHandle server = ProcessHandle.of(before).orElseThrow();
      List<ProcessHandle> children = server.children().toList();
      assertThat(children).isNotEmpty();
      server.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);

      awaitReplacement(database, before);
      assertThat(database.port()).isEqualTo(port);
      assertThat(single(database, "SELECT amount FROM kept")).isEqualTo("1");
    }
  }

  @Test
  void aServerWhoseMainProcessAloneIsKilledComesBackToo() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, options())) {
      execute(database, "CREATE TABLE kept AS SELECT 1 AS amount");
      for (int round = 0; round < 2; round++) {
        long before = database.serverPid();
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        awaitReplacement(database, before);
        assertThat(single(database, "SELECT amount FROM kept")).isEqualTo("1");
      }
    }
  }

  @Test
  void theServerOfAKilledApplicationIsReplaced() throws Exception {
    Process application = application();
    long orphan = readyServer(application);
    application.destroyForcibly().waitFor();
    assertThat(ProcessState.runs(orphan)).isTrue();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, options())) {
      assertThat(ProcessState.runs(orphan)).isFalse();
      assertThat(database.serverPid()).isNotEqualTo(orphan);
      assertThat(single(database, "SELECT count(*) FROM kept")).isEqualTo("1");
    }
  }

  @Test
  void applicationAndServerKilledTogetherLeaveEveryCommittedRow() throws Exception {
    Process application = application();
    long server = readyServer(application);
    application.destroyForcibly();
    ProcessHandle.of(server).orElseThrow().destroyForcibly();
    application.waitFor();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, options())) {
      assertThat(single(database, "SELECT count(*) FROM kept")).isEqualTo("1");
    }
  }

  @Test
  void aSecondProcessOnTheFolderIsRefusedAndDisturbsNothing() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, options())) {
      long server = database.serverPid();
      Process second = application();
      String said;
      try (BufferedReader output = second.inputReader()) {
        said = output.readLine();
      }
      assertThat(said).isEqualTo("DATA_IN_USE " + ProcessHandle.current().pid());
      assertThat(second.waitFor()).isEqualTo(3);

      assertThatThrownBy(() -> EmbeddedDatabase.start(folder, options()))
          .isInstanceOf(DataInUseException.class);
      assertThat(database.serverPid()).isEqualTo(server);
      assertThat(single(database, "SELECT 1")).isEqualTo("1");

      // The attempt inside this process must not have cost it its lock.
      assertThat(application().waitFor()).isEqualTo(3);
    }
  }

  @Test
  void aStrangerWithTheNotedNumberIsLeftAlone() throws Exception {
    EmbeddedDatabase.start(folder, options()).close();
    Process stranger = new ProcessBuilder("sleep", "120").start();
    started.add(stranger);
    Path cluster = folder.resolve("postgres").toRealPath();
    Files.writeString(
        cluster.resolve("postmaster.pid"),
        "%d\n%s\n1700000000\n29999\n\n127.0.0.1\n  1 2\nready   \n"
            .formatted(stranger.pid(), cluster));

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, options())) {
      assertThat(database.alive()).isTrue();
      assertThat(stranger.isAlive()).isTrue();
    }
  }

  @Test
  void aServerKilledAgainWhileItRecoversComesBack() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, options())) {
      execute(database, "CREATE TABLE kept AS SELECT generate_series(1, 50000) AS amount");
      long last = database.serverPid();
      for (int kill = 0; kill < 5; kill++) {
        last = database.serverPid();
        ProcessHandle.of(last).ifPresent(ProcessHandle::destroyForcibly);
        Thread.sleep(60L * kill);
      }
      awaitReplacement(database, last);
      assertThat(single(database, "SELECT count(*) FROM kept")).isEqualTo("50000");
    }
  }

  @Test
  void aStopDuringRecoveryIsFinal() throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(folder, options());
    ProcessHandle.of(database.serverPid()).orElseThrow().destroyForcibly();
    Thread.sleep(50);
    database.close();
    assertThat(database.alive()).isFalse();
    assertThat(ProcessState.runs(database.serverPid())).isFalse();
    EmbeddedDatabase.start(folder, options()).close();
  }

  private static void awaitReplacement(EmbeddedDatabase database, long before) {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          while (database.serverPid() == before || !database.alive()) {
            Thread.sleep(20);
          }
        });
  }

  private Process application() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledApplication.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    started.add(process);
    return process;
  }

  private static long readyServer(Process application) throws Exception {
    BufferedReader output = application.inputReader();
    String line = output.readLine();
    assertThat(line).startsWith("READY ");
    return Long.parseLong(line.substring("READY ".length()));
  }
}
