package org.aidledger.store.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the embedded database is run.
 *
 * @param startTimeout longest wait for a start, recovery after a crash included
 * @param stopTimeout longest wait for an orderly stop; after it the server ends at once and
 *     recovers at its next start
 * @param runtime where the server's programs are unpacked; empty means inside the data folder
 * @param walFiles how many files of the write-ahead log, 16 MB each, are made with the database and
 *     kept ready; a rush that finds none waits for the disk each time one has to be made
 * @param settings server settings that replace the tuning of {@link ServerSettings}, never its
 *     durability or its security
 */
public record DatabaseOptions(
    Duration startTimeout,
    Duration stopTimeout,
    Optional<Path> runtime,
    int walFiles,
    Map<String, String> settings) {

  /** A donation writes 2 to 4 KB ahead, so that this is enough for a rush of 300,000. */
  private static final int WAL_FILES = 64;

  public DatabaseOptions {
    settings = Map.copyOf(settings);
  }

  /** What an office runs with: two minutes to start, seven seconds to stop. */
  public static DatabaseOptions defaults() {
    return new DatabaseOptions(
        Duration.ofMinutes(2), Duration.ofSeconds(7), Optional.empty(), WAL_FILES, Map.of());
  }

  /** The same options with the programs unpacked in a folder that several data folders share. */
  public DatabaseOptions withRuntime(Path folder) {
    return new DatabaseOptions(startTimeout, stopTimeout, Optional.of(folder), walFiles, settings);
  }

  /** The same options without ready files of the write-ahead log, for a database of short life. */
  public DatabaseOptions withoutWalFiles() {
    return withWalFiles(0);
  }

  /** The same options with so many ready files of the write-ahead log. */
  public DatabaseOptions withWalFiles(int files) {
    return new DatabaseOptions(startTimeout, stopTimeout, runtime, files, settings);
  }

  /** The same options with one tuning setting replaced. */
  public DatabaseOptions withSetting(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(name, value);
    return new DatabaseOptions(startTimeout, stopTimeout, runtime, walFiles, more);
  }
}
