package org.aidledger.benchmarks;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run was set to. */
final class Settings {

  private static final List<String> SERVER =
      List.of(
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "wal_compression",
          "shared_buffers",
          "max_wal_size",
          "checkpoint_timeout");

  private Settings() {}

  static Map<String, Object> ofThisProcess(boolean quick) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("quick", quick);
    settings.put("cores", Runtime.getRuntime().availableProcessors());
    settings.put("heapMaxMb", Runtime.getRuntime().maxMemory() >> 20);
    settings.put(
        "collectors",
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .toList());
    settings.put("encryption", true);
    settings.put("readModels", true);
    return settings;
  }

  /** The settings of the database server, asked of the server itself. */
  static Map<String, Object> of(Connection connection) throws SQLException {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (String name : SERVER) {
      settings.put(name, Sql.text(connection, "show " + name));
    }
    return settings;
  }
}
