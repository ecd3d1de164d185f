package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A data folder with an empty book, which a quick run makes once and copies: a database, its tables
 * and the passwords of the first accounts take longer to make than most scenarios do at a tenth of
 * their size.
 */
final class EmptyBook {

  private final Path folder;

  private EmptyBook(Path folder) {
    this.folder = folder;
  }

  /** The one that belongs to the scenarios which work in this folder. */
  static EmptyBook of(Path work) {
    return new EmptyBook(work.resolveSibling("bench-empty"));
  }

  /** Whatever makes a data folder and leaves it at rest. */
  @FunctionalInterface
  interface Maker {
    void make(Path data) throws IOException;
  }

  /**
   * Copies it to a folder that does not exist.
   *
   * @param maker makes it if there is none yet
   */
  void copyTo(Path data, Maker maker) throws IOException {
    if (!Files.exists(folder)) {
      Path half = folder.resolveSibling("bench-empty-half");
      Folders.delete(half);
      maker.make(Files.createDirectories(half));
      Files.move(half, folder);
    }
    Files.createDirectories(data.toAbsolutePath().getParent());
    Folders.copy(folder, data);
  }

  /** It is made with the passwords and the tables of one run. */
  void delete() throws IOException {
    Folders.delete(folder);
  }
}
