package org.aidledger.store.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every setting that the server is started with. They are given on its command line, which wins
 * over {@code postgresql.conf} and {@code ALTER SYSTEM}, so no leftover file can weaken what is
 * promised.
 */
final class ServerSettings {

  private static final long LEAST_SHARED_MEGABYTES = 256;
  private static final long MOST_SHARED_MEGABYTES = 1024;

  private static final int WAL_FILE_MEGABYTES = 16;

  /** Less is refused, or would have files made anew at each turn. */
  private static final int LEAST_WAL_FILES = 5;

  private ServerSettings() {}

  /** What was acknowledged is on the disk. Never changed by options. */
  private static Map<String, String> durability() {
    return Map.of(
        "fsync", "on",
        "synchronous_commit", "on",
        "full_page_writes", "on");
  }

  /** Reached from this machine only, and with a password only. Never changed by options. */
  private static Map<String, String> security(DataFolder data) {
    return Map.of(
        "listen_addresses",
        ConnectionSettings.HOST,
        // No socket file: TCP with a password is the one way in.
        "unix_socket_directories",
        "",
        "password_encryption",
        "scram-sha-256",
        "hba_file",
        data.postgres().resolve("pg_hba.conf").toString());
  }

  /** The log holds no statement, no parameter and no row: rows may speak of people. */
  private static Map<String, String> log(DataFolder data) {
    Map<String, String> log = new LinkedHashMap<>();
    log.put("logging_collector", "on");
    log.put("log_directory", data.log().toString());
    // Seven files that overwrite themselves: the log can never fill the disk unseen for long.
    log.put("log_filename", "postgres-%a.log");
    log.put("log_truncate_on_rotation", "on");
    log.put("log_rotation_age", "1d");
    log.put("log_rotation_size", "0");
    log.put("log_error_verbosity", "terse");
    log.put("log_min_error_statement", "panic");
    log.put("log_timezone", "UTC");
    return log;
  }

  /** One office machine of 4 GB and more, shared with the application and its pages. */
  private static Map<String, String> tuning() {
    Map<String, String> tuning = new LinkedHashMap<>();
    tuning.put("shared_buffers", sharedMegabytes(memory()) + "MB");
    tuning.put("effective_cache_size", "1GB");
    tuning.put("work_mem", "16MB");
    tuning.put("maintenance_work_mem", "128MB");
    // After each checkpoint every page is written ahead whole once more, and random keys touch
    // many of them: at a gigabyte apart, a rush wrote twice as much for a donation. Recovery reads
    // at most this.
    tuning.put("max_wal_size", "4GB");
    tuning.put("checkpoint_timeout", "10min");
    // Random keys touch many pages, each written whole after a checkpoint. These binaries know one
    // compression only, which takes longer than writing the page.
    tuning.put("wal_compression", "off");
    // Offices have solid-state disks.
    tuning.put("random_page_cost", "1.1");
    // Queries are short; compiling them costs more than it saves.
    tuning.put("jit", "off");
    tuning.put("max_connections", "80");
    tuning.put("timezone", "UTC");
    return tuning;
  }

  /**
   * Of the machine's memory a sixteenth: in 4 GB the hot part of the events and all balances fit.
   * Where there is more, the random places of people's digests stay at hand, too, instead of being
   * written out and read again in a rush.
   *
   * @param bytes of the machine
   */
  static long sharedMegabytes(long bytes) {
    return Math.clamp((bytes >> 20) / 16, LEAST_SHARED_MEGABYTES, MOST_SHARED_MEGABYTES);
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  /**
   * How much of the write-ahead log is used again instead of deleted when it is no longer needed.
   */
  static Map<String, String> keptWal(DatabaseOptions options) {
    int files = Math.max(options.walFiles(), LEAST_WAL_FILES);
    return Map.of("min_wal_size", files * WAL_FILE_MEGABYTES + "MB");
  }

  /** The arguments for the server, later ones never contradicting earlier ones. */
  static List<String> arguments(DataFolder data, int port, DatabaseOptions options) {
    Map<String, String> all = new LinkedHashMap<>(tuning());
    all.putAll(keptWal(options));
    all.putAll(options.settings());
    all.putAll(log(data));
    all.putAll(security(data));
    all.putAll(durability());
    all.put("port", Integer.toString(port));
    return arguments(all);
  }

  /** Settings as a server takes them on its command line. */
  static List<String> arguments(Map<String, String> settings) {
    List<String> arguments = new ArrayList<>();
    settings.forEach(
        (name, value) -> {
          arguments.add("-c");
          arguments.add(name + "=" + value);
        });
    return arguments;
  }
}
