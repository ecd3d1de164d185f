package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aidledger.store.postgres.DatabaseOptions;
import org.aidledger.store.postgres.EmbeddedDatabase;

/** What a scenario is given. */
final class Run {

  private static final int TENTH = 10;

  private final boolean quick;
  private final Path work;
  private final Optional<Path> application;
  private final Profile profile;
  private final Map<String, Object> versions = Versions.ofThisProcess();
  private final Map<String, Object> settings;

  /**
   * @param quick whether everything is measured at a tenth of its size
   * @param work a folder for data, emptied afterwards
   * @param application the application's own jar, for scenarios that start it as a process
   * @param profile of what is measured
   */
  Run(boolean quick, Path work, Optional<Path> application, Profile profile) {
    this.quick = quick;
    this.work = work;
    this.application = application;
    this.profile = profile;
    this.settings = Settings.ofThisProcess(quick);
  }

  boolean quick() {
    return quick;
  }

  Path work() {
    return work;
  }

  Map<String, Object> versions() {
    return versions;
  }

  Map<String, Object> settings() {
    return settings;
  }

  /** The application's jar. */
  Path application() {
    return application.orElseThrow(
        () -> new IllegalStateException("this scenario needs --jar with the application's jar"));
  }

  /** Does what is measured, and draws where its processor time went if that is wanted. */
  <R> R profiled(String name, Callable<R> measured) throws Exception {
    return profile.around(name, measured);
  }

  /** A size, or a tenth of it. */
  int size(int full) {
    return quick ? full / TENTH : full;
  }

  /** Starts the application on an empty data folder; what its server says of itself is noted. */
  BenchLedger startLedger(String name) throws IOException, SQLException {
    BenchLedger ledger = BenchLedger.start(dataFolder(name));
    note(ledger);
    return ledger;
  }

  /** Notes version and settings of a ledger's database server. */
  void note(BenchLedger ledger) throws SQLException {
    try (Connection connection = ledger.connect()) {
      versions.put("postgresql", Sql.text(connection, "show server_version"));
      settings.putAll(Settings.of(connection));
    }
  }

  /** A data folder with an empty book, or with nothing in it yet. */
  Path dataFolder(String name) throws IOException {
    Path data = work.resolve(name);
    Folders.delete(data);
    if (quick) {
      EmptyBook.of(work).copyTo(data, this::makeEmptyBook);
    } else {
      linkRuntime(Files.createDirectories(data));
    }
    return data;
  }

  /**
   * PostgreSQL's programs are unpacked once for all data folders, and beside the work, so that they
   * are there for the next scenario too.
   */
  private void linkRuntime(Path data) throws IOException {
    Path runtime = Files.createDirectories(work.resolveSibling("bench-runtime")).toRealPath();
    Files.createSymbolicLink(data.resolve("runtime"), runtime);
  }

  /**
   * Its database has a tenth of the files of the write-ahead log that the application would make: a
   * gigabyte of them takes longer to write than most scenarios do at a tenth of their size.
   */
  private void makeEmptyBook(Path data) throws IOException {
    linkRuntime(data);
    DatabaseOptions full = DatabaseOptions.defaults();
    DatabaseOptions tenth = full.withWalFiles(size(full.walFiles()));
    EmbeddedDatabase.start(data, tenth).close();
    // Hashing passwords slowly protects offices, not measurements.
    BenchLedger.start(data, "--ledger.security.bcrypt-strength=4").stop();
  }
}
