package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes results as JSON, one file a scenario; the names of the keys are a contract. */
final class ResultFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Map<String, Object> versions;
  private final Map<String, Object> settings;

  /**
   * @param folder must exist
   * @param versions of everything that took part
   * @param settings of the run; each result adds its own
   */
  ResultFile(Path folder, Map<String, Object> versions, Map<String, Object> settings) {
    this.folder = folder;
    this.versions = versions;
    this.settings = settings;
  }

  Path write(Result result) throws IOException {
    Path file = folder.resolve(result.scenario() + ".json");
    Files.writeString(
        file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree(result)) + "\n");
    return file;
  }

  private Map<String, @Nullable Object> tree(Result result) {
    Figure figure = result.figure();
    Latency latency = result.latency();
    MemoryPeaks.Peaks memory = result.memory();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("scenario", result.scenario());
    tree.put("figure", rounded(figure.value()));
    tree.put("unit", figure.unit());
    tree.put("raw", rounded(figure.raw()));
    tree.put("ratio", rounded(figure.ratio()));
    tree.put("floor", figure.floor().line());
    tree.put("met", result.met());
    tree.put("p50ms", latency == null ? null : rounded(latency.p50()));
    tree.put("p99ms", latency == null ? null : rounded(latency.p99()));
    tree.put("maxms", latency == null ? null : rounded(latency.max()));
    tree.put("heapPeakMb", memory == null ? null : memory.heapMb());
    tree.put("rssPeakMb", memory == null ? null : memory.rssMb());
    tree.put("events", result.events());
    tree.put("versions", versions);
    Map<String, Object> all = new LinkedHashMap<>(settings);
    all.putAll(result.settings());
    tree.put("settings", all);
    tree.putAll(result.extras());
    if (!result.points().isEmpty()) {
      tree.put("points", result.points().stream().map(this::tree).toList());
    }
    return tree;
  }

  /** Three decimals are more than any figure here is good for. */
  private static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : Math.round(value * 1_000) / 1_000.0;
  }
}
