package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command leaves behind and how it ends, with scenarios that measure nothing. */
class BenchTest {

  private static final List<String> KEYS =
      List.of(
          "scenario",
          "figure",
          "unit",
          "raw",
          "ratio",
          "floor",
          "met",
          "p50ms",
          "p99ms",
          "maxms",
          "heapPeakMb",
          "rssPeakMb",
          "events",
          "versions",
          "settings");

  @TempDir Path root;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** Does the work of a scenario. */
  @FunctionalInterface
  private interface Work {
    Result run(Run run) throws Exception;
  }

  private static Scenario scenario(String name, Work work) {
    return new Scenario() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Result run(Run run) throws Exception {
        return work.run(run);
      }
    };
  }

  private static Scenario with(String name, double ratio) {
    Figure figure = new Figure(ratio * 100, "orders/s", 100.0, Floor.ratioAtLeast(0.3));
    Histogram times = new Histogram(3);
    times.recordValue(2_000_000);
    Result point =
        Result.of(name + "@1", figure, 7)
            .with(Latency.of(times))
            .with(new MemoryPeaks.Peaks(10L, 20L))
            .withSetting("inFlight", 1);
    return scenario(name, run -> Result.of(name, figure, 7).withPoints(List.of(point)));
  }

  private int run(List<Session> scenarios, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("--root", root.toString()));
    all.addAll(List.of(arguments));
    Bench bench = new Bench(scenarios, new PrintStream(said, true, StandardCharsets.UTF_8));
    return bench.run(BenchOptions.read(all), bench::here);
  }

  private JsonNode result(String name) throws Exception {
    return JsonMapper.builder()
        .build()
        .readTree(Files.readString(root.resolve("target/bench/" + name + ".json")));
  }

  @Test
  void aResultHasTheKeysThatWerePromisedAndSoHasEachPoint() throws Exception {
    assertThat(run(List.of(with("some", 0.4)))).isZero();
    JsonNode result = result("some");
    List<String> keys = new ArrayList<>(KEYS);
    keys.add("points");
    assertThat(result.propertyNames()).containsExactlyElementsOf(keys);
    JsonNode point = result.path("points").get(0);
    assertThat(point.propertyNames()).containsExactlyElementsOf(KEYS);
    assertThat(point.path("p50ms").asDouble()).isBetween(1.9, 2.1);
    assertThat(point.path("settings").path("inFlight").asInt()).isEqualTo(1);
    assertThat(point.path("settings").path("quick").asBoolean()).isFalse();
    assertThat(point.path("versions").has("java")).isTrue();
    assertThat(result.path("p50ms").isNull()).isTrue();
    assertThat(result.path("ratio").asDouble()).isEqualTo(0.4);
    assertThat(result.path("met").asBoolean()).isTrue();
  }

  @Test
  void aMissedLineEndsWithOneAndTheOthersAreMeasuredAllTheSame() throws Exception {
    assertThat(run(List.of(with("slow", 0.2), with("fast", 0.4)))).isEqualTo(1);
    assertThat(result("slow").path("met").asBoolean()).isFalse();
    assertThat(result("fast").path("met").asBoolean()).isTrue();
  }

  @Test
  void aBookThatDoesNotTieOutEndsWithOneAndLeavesNoFigure() throws Exception {
    Scenario wrong =
        scenario(
            "wrong",
            run -> {
              throw new TieOutException(List.of("one fen is missing"));
            });
    assertThat(run(List.of(wrong, with("fast", 0.4)))).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("one fen is missing");
    assertThat(root.resolve("target/bench/wrong.json")).doesNotExist();
    assertThat(root.resolve("target/bench/fast.json")).exists();
  }

  @Test
  void aScenarioThatFailsEndsWithOne() throws Exception {
    Scenario broken =
        scenario(
            "broken",
            run -> {
              throw new IllegalStateException("no disk");
            });
    assertThat(run(List.of(broken))).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("no disk");
  }

  @Test
  void onlyWhatIsNamedIsMeasuredAndOldResultsAreGone() throws Exception {
    List<Session> both = List.of(with("slow", 0.2), with("fast", 0.4));
    run(both, "slow");
    assertThat(run(both, "--quick", "fast")).isZero();
    assertThat(result("fast").path("settings").path("quick").asBoolean()).isTrue();
    assertThat(root.resolve("target/bench/slow.json")).doesNotExist();
    assertThat(root.resolve("target/bench-work")).doesNotExist();
  }

  @Test
  void aProcessOfItsOwnIsGivenTheSameOptions() {
    List<String> all = List.of("--quick", "--root", root.toString(), "--jar", "/app.jar", "slow");
    BenchOptions options = BenchOptions.read(all);
    BenchOptions one = BenchOptions.read(options.forOne(List.of("slow")));
    assertThat(one.here()).isTrue();
    assertThat(one.quick()).isTrue();
    assertThat(one.results()).isEqualTo(options.results());
    assertThat(one.application()).contains(Path.of("/app.jar"));
    assertThat(one.names()).containsExactly("slow");
    assertThat(BenchOptions.read(List.of("slow", "fast")).here()).isFalse();
  }

  @Test
  void onlyAQuickRunWithoutAProfileSharesOneProcess() {
    assertThat(BenchOptions.read(List.of("--quick")).oneProcess()).isTrue();
    assertThat(BenchOptions.read(List.of()).oneProcess()).isFalse();
    assertThat(BenchOptions.read(List.of("--quick", "--profile")).oneProcess()).isFalse();
  }

  @Test
  void anUnknownNameEndsWith64AndMeasuresNothing() throws Exception {
    assertThat(run(List.of(with("fast", 0.4)), "fast", "faster")).isEqualTo(64);
    assertThat(run(List.of(with("fast", 0.4)), "--slow")).isEqualTo(64);
    assertThat(run(List.of(with("fast", 0.4)), "--jar")).isEqualTo(64);
    assertThat(root.resolve("target/bench")).doesNotExist();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("faster", "--slow");
  }

  @Test
  void twoAtOnceDoNotMeasureEachOther() throws Exception {
    List<Integer> within = new ArrayList<>();
    Scenario outer =
        scenario(
            "outer",
            run -> {
              within.add(run(List.of(with("inner", 1))));
              return with("outer", 1).run(run);
            });

    assertThat(run(List.of(outer))).isZero();
    assertThat(within).containsExactly(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("正在进行").doesNotContain("inner");
  }
}
