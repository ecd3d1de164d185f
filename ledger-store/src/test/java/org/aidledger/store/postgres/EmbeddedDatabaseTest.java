package org.aidledger.store.postgres;

import static org.aidledger.store.postgres.TestDatabases.execute;
import static org.aidledger.store.postgres.TestDatabases.options;
import static org.aidledger.store.postgres.TestDatabases.prepared;
import static org.aidledger.store.postgres.TestDatabases.single;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  private static final String PASSWORD_REFUSED = "28P01";

  @TempDir Path folder;

  @Test
  void dataAndPortStayAcrossAnOrderlyRestart() throws Exception {
    Path data = folder.resolve("with blank/data");
    EmbeddedDatabase first = EmbeddedDatabase.start(data, options());
    execute(first, "CREATE TABLE kept AS SELECT 42 AS amount");
    long begin = System.nanoTime();
    first.close();
    first.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    assertThat(first.alive()).isFalse();

    try (EmbeddedDatabase second = EmbeddedDatabase.start(data, options())) {
      assertThat(single(second, "SELECT amount FROM kept")).isEqualTo("42");
      assertThat(second.port()).isEqualTo(first.port());
      assertThat(second.password()).isEqualTo(first.password());
      assertThat(second.alive()).isTrue();
    }
  }

  @Test
  void theRunningServerIsDurableWhateverTheFilesSay() throws Exception {
    EmbeddedDatabase.start(prepared(folder), options()).close();
    Files.writeString(
        folder.resolve("postgres/postgresql.auto.conf"),
        "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nlisten_addresses = '*'\n");
    DatabaseOptions weak = options().withSetting("fsync", "off").withSetting("work_mem", "8MB");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, weak)) {
      assertThat(single(database, "SHOW fsync")).isEqualTo("on");
      assertThat(single(database, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(single(database, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(single(database, "SHOW data_checksums")).isEqualTo("on");
      assertThat(single(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(single(database, "SHOW unix_socket_directories")).isEmpty();
      assertThat(single(database, "SHOW work_mem")).isEqualTo("8MB");
      assertThat(single(database, "SHOW server_version")).startsWith("18.");
    }
  }

  /** An office's first start prepares for its first rush. */
  @Test
  void filesOfTheWriteAheadLogAreReadyBeforeTheyAreNeeded() throws Exception {
    DatabaseOptions ofAnOffice = DatabaseOptions.defaults().withRuntime(TestDatabases.RUNTIME);
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, ofAnOffice)) {
      assertThat(single(database, "SHOW min_wal_size")).isEqualTo("1GB");
      String current = single(database, "SELECT pg_walfile_name(pg_current_wal_lsn())");
      try (Stream<Path> files = Files.list(folder.resolve("postgres/pg_wal"))) {
        List<Path> ahead =
            files
                .filter(file -> file.getFileName().toString().matches("[0-9A-F]{24}"))
                .filter(file -> file.getFileName().toString().compareTo(current) > 0)
                .toList();
        assertThat(ahead).hasSizeGreaterThanOrEqualTo(60);
        assertThat(ahead).allSatisfy(file -> assertThat(file).hasSize(16L << 20));
      }
    }
  }

  @Test
  void loginsNeedThePassword() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(prepared(folder), options())) {
      assertRefused(database, "aidledger", "wrong", PASSWORD_REFUSED);
      assertRefused(database, "postgres", "postgres", PASSWORD_REFUSED);
      assertThatThrownBy(() -> login(database, "aidledger", ""))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      assertThat(single(database, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
          .isEqualTo("f");
      assertThat(rules()).containsExactly("host all all 127.0.0.1/32 scram-sha-256");
    }
  }

  @Test
  void theEnvFileIsPrivateAndReadableByAShell() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(prepared(folder), options())) {
      Path env = folder.resolve("postgres.env");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env)))
          .isEqualTo("rw-------");
      String script = "set -a; . \"$1\"; echo $PGHOST $PGPORT $PGUSER $PGPASSWORD $PGDATABASE";
      Process shell = new ProcessBuilder("sh", "-c", script, "sh", env.toString()).start();
      assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
          .isEqualTo(
              "127.0.0.1 %d aidledger %s aidledger"
                  .formatted(database.port(), database.password()));
    }
  }

  @Test
  void aLostEnvFileCostsAPasswordAndNothingElse() throws Exception {
    EmbeddedDatabase first = EmbeddedDatabase.start(prepared(folder), options());
    execute(first, "CREATE TABLE kept AS SELECT 7 AS amount");
    first.close();
    Files.delete(folder.resolve("postgres.env"));

    try (EmbeddedDatabase second = EmbeddedDatabase.start(folder, options())) {
      assertThat(second.password()).isNotEqualTo(first.password());
      assertThat(single(second, "SELECT amount FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void aCopyOfAStoppedFolderIsABackup() throws Exception {
    Path original = folder.resolve("original");
    EmbeddedDatabase first = EmbeddedDatabase.start(original, options());
    execute(first, "CREATE TABLE kept AS SELECT 9 AS amount");
    first.close();
    Path copy = folder.resolve("copy");
    Process copying = new ProcessBuilder("cp", "-a", original.toString(), copy.toString()).start();
    assertThat(copying.waitFor()).isZero();

    try (EmbeddedDatabase again = EmbeddedDatabase.start(original, options());
        EmbeddedDatabase restored = EmbeddedDatabase.start(copy, options())) {
      assertThat(restored.port()).isNotEqualTo(again.port());
      assertThat(single(restored, "SELECT amount FROM kept")).isEqualTo("9");
    }
  }

  @Test
  void anotherPortIsTakenWhenTheRememberedOneIsInUse() throws Exception {
    EmbeddedDatabase first = EmbeddedDatabase.start(prepared(folder), options());
    first.close();
    try (ServerSocket stranger =
            new ServerSocket(first.port(), 1, InetAddress.ofLiteral("127.0.0.1"));
        EmbeddedDatabase second = EmbeddedDatabase.start(folder, options())) {
      assertThat(second.port()).isNotEqualTo(stranger.getLocalPort());
      assertThat(Files.readString(folder.resolve("postgres.env")))
          .contains("PGPORT=" + second.port() + "\n");
    }
  }

  @Test
  void aFirstStartThatWasCutShortIsBegunAnew() throws Exception {
    Path unfinished = Files.createDirectories(folder.resolve("postgres.new-123/base"));
    Files.writeString(unfinished.resolve("half"), "written");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, options())) {
      assertThat(database.alive()).isTrue();
      assertThat(folder.resolve("postgres.new-123")).doesNotExist();
    }
  }

  @Test
  void aClusterOfAnotherVersionIsRefusedWithItsCode() throws Exception {
    Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(folder.resolve("postgres/PG_VERSION"), "14\n");
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder, options()))
        .isInstanceOfSatisfying(
            DatabaseStartException.class,
            e -> assertThat(e.failure()).isEqualTo(StartFailure.DATA_OTHER_VERSION));
  }

  @Test
  void chineseTextIsStoredAndSortedByPinyin() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(prepared(folder), options())) {
      String sorted =
          single(
              database,
              """
              SELECT string_agg(name, '' ORDER BY name COLLATE "zh-x-icu")
              FROM (VALUES ('赵'), ('李'), ('安')) AS names (name)
              """);
      assertThat(sorted).isEqualTo("安李赵");
    }
  }

  private List<String> rules() throws Exception {
    try (Stream<String> lines = Files.lines(folder.resolve("postgres/pg_hba.conf"))) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  private static void assertRefused(
      EmbeddedDatabase database, String user, String password, String state) {
    assertThatThrownBy(() -> login(database, user, password))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }

  private static void login(EmbeddedDatabase database, String user, String password)
      throws SQLException {
    DriverManager.getConnection(database.jdbcUrl(), user, password).close();
  }
}
