package org.aidledger.store.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Creates the cluster with its one role and one database, and mends a lost password. */
final class Cluster {

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final String UNFINISHED = "postgres.new-";

  private final DataFolder data;
  private final Binaries binaries;
  private final Commands commands;
  private final DatabaseOptions options;

  Cluster(DataFolder data, Binaries binaries, Commands commands, DatabaseOptions options) {
    this.data = data;
    this.binaries = binaries;
    this.commands = commands;
    this.options = options;
  }

  boolean exists() {
    return Files.exists(data.postgres().resolve("PG_VERSION"));
  }

  /**
   * Creates the cluster beside its final place and renames it when role and database are in it: a
   * start that is cut short leaves nothing half done. Everything happens in stand-alone programs,
   * so no port is ever open without a password, and nobody knows the superuser's.
   */
  void create(String password) throws IOException {
    deleteUnfinished();
    Path beside = Files.createTempDirectory(data.root(), UNFINISHED);
    initialise(beside);
    execute(
        beside,
        List.of(
            "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(ConnectionSettings.ROLE, password),
            // It may look at activity and settings, and change nothing outside its database.
            "GRANT pg_monitor TO " + ConnectionSettings.ROLE,
            "CREATE DATABASE %s OWNER %s"
                .formatted(ConnectionSettings.DATABASE, ConnectionSettings.ROLE)));
    makeWalFiles(beside);
    Files.move(beside, data.postgres(), StandardCopyOption.ATOMIC_MOVE);
    PrivateFile.forceFolder(data.root());
  }

  /** Gives the application's role a new password while the server is down. */
  void resetPassword(String password) throws IOException {
    execute(
        data.postgres(),
        List.of("ALTER ROLE %s PASSWORD '%s'".formatted(ConnectionSettings.ROLE, password)));
  }

  /** Refuses a cluster of another major version, which the server could not read. */
  void checkVersion() throws IOException {
    String version = Files.readString(data.postgres().resolve("PG_VERSION")).strip();
    if (!version.equals(Binaries.MAJOR_VERSION)) {
      throw new DatabaseStartException(
          StartFailure.DATA_OTHER_VERSION,
          "The data folder was written by PostgreSQL %s; this is %s."
              .formatted(version, Binaries.MAJOR_VERSION));
    }
  }

  /** One rule: over loopback, with a password. Written at every start. */
  void writeAccessRules() throws IOException {
    PrivateFile.write(
        data.postgres().resolve("pg_hba.conf"),
        """
        # Written at every start of Aid Ledger: password logins over loopback, and nothing else.
        host all all %s/32 scram-sha-256
        """
            .formatted(ConnectionSettings.HOST));
  }

  private void initialise(Path folder) throws IOException {
    Path secret = Files.createTempFile(data.root(), "postgres.secret-", ".tmp");
    try {
      Files.writeString(secret, ConnectionSettings.randomPassword());
      commands.run(
          List.of(
              binaries.program("initdb"),
              "--pgdata=" + folder,
              "--username=postgres",
              "--pwfile=" + secret,
              "--auth-host=scram-sha-256",
              "--auth-local=scram-sha-256",
              "--encoding=UTF8",
              // Sorting that no upgrade of the operating system can change under an index.
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C",
              "--no-instructions"),
          "",
          LONGEST);
    } finally {
      Files.deleteIfExists(secret);
    }
  }

  private void execute(Path folder, List<String> statements) throws IOException {
    String said =
        commands.run(
            standAlone(folder),
            // Stand-alone PostgreSQL takes each line as one statement.
            String.join("\n", statements) + "\n",
            LONGEST);
    // It goes on after a statement that fails, and ends as if nothing had happened.
    if (said.contains("ERROR:") || said.contains("FATAL:")) {
      throw new IOException("The database could not be prepared: " + said.strip());
    }
  }

  private List<String> standAlone(Path folder) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(binaries.program("postgres"), "--single", "-D", folder.toString()));
    command.addAll(
        ServerSettings.arguments(
            Map.of("log_min_error_statement", "panic", "log_statement", "none")));
    command.addAll(ServerSettings.arguments(ServerSettings.keptWal(options)));
    command.add("postgres");
    return command;
  }

  /**
   * Makes files of the write-ahead log before anybody waits for them: each is filled by leaving it,
   * and the checkpoint at the end gives those that are behind it new names for what comes.
   */
  private void makeWalFiles(Path folder) throws IOException {
    if (options.walFiles() > 0) {
      execute(
          folder,
          List.of(
              "DO $$ BEGIN FOR n IN 1..%d LOOP".formatted(options.walFiles())
                  + " PERFORM pg_logical_emit_message(false, 'ledger', 'next file');"
                  + " PERFORM pg_switch_wal(); END LOOP; END $$"));
    }
  }

  private void deleteUnfinished() throws IOException {
    try (DirectoryStream<Path> old =
        Files.newDirectoryStream(data.root(), "postgres.{new,secret}-*")) {
      for (Path leftover : old) {
        Folders.delete(leftover);
      }
    }
  }
}
