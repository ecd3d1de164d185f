package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes folders and copies them. */
final class Folders {

  private Folders() {}

  /** Removes a folder with everything in it; links are removed, not followed. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  /**
   * Copies a folder with everything in it, to one that does not exist. The system's own command
   * does it, which keeps owners, modes and links; Java would lose the owners.
   */
  static void copy(Path from, Path to) throws IOException {
    Process copy =
        new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start();
    try {
      if (copy.waitFor() != 0) {
        throw new IOException(from + " could not be copied to " + to);
      }
    } catch (InterruptedException e) {
      copy.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
