package org.aidledger.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.aidledger.api.LedgerApplication;
import org.aidledger.harness.FreePort;
import org.aidledger.store.postgres.DatabaseOptions;
import org.aidledger.store.postgres.EmbeddedDatabase;

/**
 * The real application on a data folder, in a process of its own that tests may kill. What it says
 * goes to a file under {@code target/system}.
 */
final class RunningLedger implements AutoCloseable {

  /** Of every first account. */
  static final String PASSWORD = "correct-horse-battery";

  /**
   * A machine under load stops more slowly than an office's; ten seconds are asserted elsewhere.
   */
  private static final Duration STOP = Duration.ofMinutes(1);

  private final Path data;
  private final Path log;
  private final int port = FreePort.any();
  private final List<String> options;
  private final Map<String, Desk> desks = new ConcurrentHashMap<>();
  private Process process;

  private RunningLedger(Path data, List<String> options) throws IOException {
    this.data = data;
    this.options = options;
    Path logs = Files.createDirectories(Path.of("target/system"));
    this.log = Files.createTempFile(logs, "ledger-", ".log");
    LogOnFailure.watch(log);
    shareRuntime();
    prepare();
    this.process = launch(log);
  }

  /**
   * Starts the application and returns when it is ready.
   *
   * @param options further options of {@code serve}
   */
  static RunningLedger start(Path data, String... options) throws IOException {
    RunningLedger ledger = new RunningLedger(data, List.of(options));
    boolean ready = false;
    try {
      ledger.awaitReady();
      ready = true;
      return ledger;
    } finally {
      if (!ready) {
        ledger.close();
      }
    }
  }

  /** Starts {@code serve} on the same data once more, as a process of the caller's. */
  Process launch(Path output) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx700m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of("-cp", classPath(), LedgerApplication.class.getName()));
    command.addAll(List.of("serve", "--data", data.toString(), "--port", "" + port));
    // Hashing passwords slowly protects offices, not tests.
    command.add("--ledger.security.bcrypt-strength=4");
    // A busy machine may show what a form wrote later than an office's machine ever does.
    command.add("--ledger.read-wait=10000");
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LEDGER_BOOTSTRAP_PASSWORD", PASSWORD);
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())).start();
  }

  /** The client of an account; each keeps to its own user name. */
  Desk desk(String username) {
    return desks.computeIfAbsent(username, name -> Desk.of(port, name, PASSWORD));
  }

  int port() {
    return port;
  }

  /**
   * The address of a page, for whoever goes there now. A browser does not know what the desks were
   * told, so this returns when the pages show it.
   */
  String at(String path) {
    desk("viewer").catchUp();
    return "http://127.0.0.1:" + port + path;
  }

  Path data() {
    return data;
  }

  /** What the process has said so far, over all of its lives. */
  Path log() {
    return log;
  }

  Process process() {
    return process;
  }

  /** Ends the Java process as a failing machine would; PostgreSQL is left behind. */
  void kill9() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(Waiting.PATIENCE)) {
      throw new AssertionError("the process outlived kill -9");
    }
  }

  /** Ends the database's postmaster, whatever it is doing; its children end themselves at once. */
  void killPostgres9() throws Exception {
    ProcessHandle postgres = postmaster();
    postgres.destroyForcibly();
    postgres.onExit().get(Waiting.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Starts the application again on the same data and port, and returns when it is ready. */
  void restart() throws IOException {
    process = launch(log);
    awaitReady();
  }

  /** A connection like the one that psql makes with {@code postgres.env}. */
  Connection database() throws IOException, SQLException {
    Properties env = new Properties();
    try (var reader = Files.newBufferedReader(data.resolve("postgres.env"))) {
      env.load(reader);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                env.getProperty("PGHOST"),
                env.getProperty("PGPORT"),
                env.getProperty("PGDATABASE")),
        env.getProperty("PGUSER"),
        env.getProperty("PGPASSWORD"));
  }

  void awaitReady() {
    Waiting.until(
        "the application is ready",
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("the application ended with status " + process.exitValue());
          }
          return isReady();
        });
  }

  private boolean isReady() {
    try {
      return Desk.anonymous(port).get("/actuator/health/readiness").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    boolean postgresRuns = Files.exists(data.resolve("postgres/postmaster.pid"));
    ProcessHandle postgres = postgresRuns ? postmaster() : null;
    process.destroy();
    try {
      if (!process.waitFor(STOP)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    // Left behind only if the last thing that the test did was to kill its parent.
    if (postgres != null && postgres.isAlive()) {
      postgres.destroyForcibly();
    }
    Files.deleteIfExists(data.resolve("runtime"));
  }

  /** The process that all of the database's others come from. */
  ProcessHandle postmaster() throws IOException {
    String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid))
        .orElseThrow(() -> new AssertionError("no postmaster with the id " + pid));
  }

  /** Where PostgreSQL's programs are unpacked, for all ledgers of the tests. */
  static Path runtime() throws IOException {
    return Files.createDirectories(Path.of("target/system/runtime")).toRealPath();
  }

  /** For a database that a test starts without the application: the same programs, a short life. */
  static DatabaseOptions databaseOptions() throws IOException {
    return DatabaseOptions.defaults().withRuntime(runtime()).withoutWalFiles();
  }

  /**
   * PostgreSQL's programs are unpacked once for all ledgers, through a link in each data folder.
   */
  private void shareRuntime() throws IOException {
    Files.createDirectories(data);
    Files.createSymbolicLink(data.resolve("runtime"), runtime());
  }

  /**
   * An empty database for a folder that has none. It is made once for all ledgers of this process
   * and copied: creating one takes longer than the rest of a start. Everything that the ledger puts
   * into it, and its keys, are its own.
   */
  private void prepare() throws IOException {
    if (Files.exists(data.resolve("postgres"))) {
      return;
    }
    Path from = Prepared.FOLDER;
    Process copying =
        new ProcessBuilder("cp", "-a", from.resolve("postgres").toString(), data.toString())
            .inheritIO()
            .start();
    try {
      if (copying.waitFor() != 0) {
        throw new AssertionError("the prepared database could not be copied");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Path env = data.resolve("postgres.env");
    Files.copy(from.resolve("postgres.env"), env, StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(
        env, Files.readString(env).replaceFirst("PGPORT=[0-9]+", "PGPORT=" + FreePort.any()));
  }

  /** Created by whoever asks first. */
  private static final class Prepared {

    static final Path FOLDER = create();

    private static Path create() {
      try {
        Path folder = Files.createTempDirectory(Path.of("target/system").toRealPath(), "prepared-");
        EmbeddedDatabase.start(folder, databaseOptions()).close();
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Without the tests' own classes, which the application would take for parts of itself. */
  private static String classPath() {
    String separator = System.getProperty("path.separator");
    List<String> kept = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(separator, -1)) {
      if (!Path.of(entry).endsWith("test-classes")) {
        kept.add(entry);
      }
    }
    return String.join(separator, kept);
  }
}
