package org.aidledger.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** One running server process, from its start to its end. */
final class Server {

  private static final Duration POLL = Duration.ofMillis(25);
  private static final Duration IMMEDIATE = Duration.ofSeconds(2);
  private static final String PASSWORD_REFUSED = "28P01";

  private final Process process;
  private final DataFolder data;

  private Server(Process process, DataFolder data) {
    this.process = process;
    this.data = data;
  }

  /** Starts a server process; it is not ready yet. */
  static Server launch(
      DataFolder data, Binaries binaries, Commands commands, int port, DatabaseOptions options)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of(binaries.program("postgres"), "-D", data.postgres().toString()));
    command.addAll(ServerSettings.arguments(data, port, options));
    return new Server(commands.startServer(command, data.startLog()), data);
  }

  /**
   * Waits until the server answers a login, recovery after a crash included.
   *
   * @return false if it ended instead
   * @throws DatabaseStartException if the time is over or the password is refused
   */
  boolean awaitReady(ConnectionSettings connection, Duration longest)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end) {
      if (!running()) {
        return false;
      }
      if (isReady() && answers(connection)) {
        return true;
      }
      Thread.sleep(POLL);
    }
    throw new DatabaseStartException(
        StartFailure.DATABASE_NOT_STARTED,
        "The database was not ready after %d s; see %s."
            .formatted(longest.toSeconds(), data.log()));
  }

  boolean running() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Waits for the end of the process, however it comes. */
  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /** Ends the server in order, or at once when the time is over; either way nothing is lost. */
  void stop(Duration longest) throws IOException {
    if (!running()) {
      return;
    }
    Signals.INT.send(process.pid());
    if (endsWithin(longest)) {
      return;
    }
    Signals.QUIT.send(process.pid());
    if (!endsWithin(IMMEDIATE)) {
      process.destroyForcibly();
    }
  }

  /** What the server said before its log was open; empty if nothing. */
  static String firstWords(Path startLog) {
    try {
      return Files.readString(startLog).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** Interruption must not cut a stop short: the time is bounded anyway. */
  private boolean endsWithin(Duration longest) {
    boolean interrupted = false;
    long end = System.nanoTime() + longest.toNanos();
    try {
      while (true) {
        try {
          return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean isReady() throws IOException {
    Optional<PostmasterFile> note = PostmasterFile.read(data.postgres());
    return note.isPresent() && note.get().ready() && note.get().pid() == process.pid();
  }

  private static boolean answers(ConnectionSettings connection) {
    Properties properties = new Properties();
    properties.setProperty("user", ConnectionSettings.ROLE);
    properties.setProperty("password", connection.password());
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    try (Connection login = DriverManager.getConnection(connection.jdbcUrl(), properties)) {
      return login.isValid(5);
    } catch (SQLException e) {
      if (PASSWORD_REFUSED.equals(e.getSQLState())) {
        throw new DatabaseStartException(
            StartFailure.DATA_PASSWORD_REFUSED,
            "The database refuses the password in postgres.env; delete that file to have a new one"
                + " made.",
            e);
      }
      return false;
    }
  }
}
