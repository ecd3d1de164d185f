package org.aidledger.store.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs as PostgreSQL wants to be run: never as root, with none of the
 * caller's {@code PG…} variables, and the server away from the terminal.
 */
final class Commands {

  private static final List<String> NO_PREFIX = List.of();

  /**
   * What a statement gave back stays with its connection for the next one. The C library would hand
   * it to the system and fetch it again, page by page, for every batch.
   */
  private static final Map<String, String> KEPT_MEMORY =
      Map.of(
          "MALLOC_TOP_PAD_", "1048576",
          "MALLOC_TRIM_THRESHOLD_", "8388608",
          "MALLOC_MMAP_THRESHOLD_", "4194304");

  private final List<String> identity;

  private Commands(List<String> identity) {
    this.identity = identity;
  }

  /**
   * PostgreSQL refuses to run as root. A user namespace shows it an ordinary user while the files
   * stay root's, so no file changes hands and no account has to be created.
   */
  static Commands forThisUser() {
    if (new UnixSystem().getUid() != 0) {
      return new Commands(NO_PREFIX);
    }
    if (LinuxUtils.isUnshareAvailable()) {
      return new Commands(List.of("unshare", "-U"));
    }
    throw new DatabaseStartException(
        StartFailure.ROOT_NOT_ALLOWED,
        "PostgreSQL does not run as root, and user namespaces are not allowed here: use an ordinary"
            + " user.");
  }

  /** Starts the server in a session of its own; its process id is the server's. */
  Process startServer(List<String> command, Path output) throws IOException {
    List<String> whole = new ArrayList<>(ownSession());
    whole.addAll(identity);
    whole.addAll(command);
    ProcessBuilder builder = builder(whole);
    builder.redirectOutput(output.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /**
   * Runs a program to its end.
   *
   * @return what it wrote
   * @throws IOException if it fails or takes longer than the time given
   */
  String run(List<String> command, String input, Duration longest) throws IOException {
    List<String> whole = new ArrayList<>(identity);
    whole.addAll(command);
    Path output = Files.createTempFile("aidledger-", ".out");
    try {
      Process process = builder(whole).redirectOutput(output.toFile()).start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      await(process, longest);
      String said = Files.readString(output);
      if (process.exitValue() != 0) {
        throw new IOException(
            Path.of(command.getFirst()).getFileName() + " ended with an error: " + said.strip());
      }
      return said;
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static void await(Process process, Duration longest) throws IOException {
    try {
      if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      throw new IOException("A program of PostgreSQL took longer than " + longest + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for a program of PostgreSQL.", e);
    } finally {
      // Without effect on a process that has ended.
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // PGDATA, PGOPTIONS and their like belong to some other database of the caller.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(KEPT_MEMORY);
    return builder;
  }

  /**
   * Ctrl-C in a terminal goes to every process of the foreground group. The server must not get it:
   * it would stop before the application has finished its last requests. Both programs replace
   * themselves by the server, so the process id stays.
   */
  private static List<String> ownSession() {
    for (String place : List.of("/usr/bin/setsid", "/bin/setsid")) {
      if (Files.isExecutable(Path.of(place))) {
        return List.of(place);
      }
    }
    String perl = "/usr/bin/perl";
    return Files.isExecutable(Path.of(perl))
        ? List.of(perl, "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die")
        : NO_PREFIX;
  }
}
