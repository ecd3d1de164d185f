package org.aidledger.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the operating system says of a process that is not necessarily ours. */
final class ProcessState {

  private ProcessState() {}

  /**
   * True if the process runs. A zombie does not: it has ended and only waits for a parent to take
   * note, which in a container may never happen.
   */
  static boolean runs(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !isZombie(pid);
  }

  /** True if the process is a PostgreSQL server on exactly this folder. */
  static boolean isServerOn(long pid, Path folder) {
    Optional<ProcessHandle.Info> info = ProcessHandle.of(pid).map(ProcessHandle::info);
    boolean postgres =
        info.flatMap(ProcessHandle.Info::command)
            .map(command -> Path.of(command.replace(" (deleted)", "")).endsWith("postgres"))
            .orElse(false);
    return postgres && (names(info.get(), folder) || worksIn(pid, folder));
  }

  private static boolean names(ProcessHandle.Info info, Path folder) {
    for (String argument : info.arguments().orElseGet(() -> new String[0])) {
      if (argument.equals(folder.toString())) {
        return true;
      }
    }
    return false;
  }

  /** A server's working directory is its data folder, however it was started. */
  private static boolean worksIn(long pid, Path folder) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")).equals(folder);
    } catch (IOException | UnsupportedOperationException e) {
      // Systems without /proc, or processes of others: the command line has to do.
      return false;
    }
  }

  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The state follows the name, which stands in parentheses and may hold any character.
      String afterName = stat.substring(stat.lastIndexOf(')') + 1).strip();
      return afterName.startsWith("Z") || afterName.startsWith("X");
    } catch (IOException | StringIndexOutOfBoundsException e) {
      return false;
    }
  }
}
