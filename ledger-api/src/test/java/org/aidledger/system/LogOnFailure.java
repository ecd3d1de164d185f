package org.aidledger.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Shows the end of what the ledgers of a class said when one of its tests failed. */
final class LogOnFailure implements TestWatcher {

  private static final int LINES = 60;
  private static final List<Path> LOGS = new CopyOnWriteArrayList<>();

  static void watch(Path log) {
    LOGS.add(log);
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    for (Path log : LOGS) {
      try {
        List<String> lines = Files.readAllLines(log);
        System.out.println("--- " + log + ", " + lines.size() + " lines, the last of them:");
        lines.subList(Math.max(0, lines.size() - LINES), lines.size()).forEach(System.out::println);
      } catch (IOException e) {
        System.out.println("--- " + log + " cannot be read: " + e);
      }
    }
  }
}
