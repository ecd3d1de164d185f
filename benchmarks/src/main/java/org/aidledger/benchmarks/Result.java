package org.aidledger.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario, or one point of it, came to.
 *
 * @param latency absent where single orders are not timed
 * @param memory absent where nothing of the kind is measured
 * @param events that were written or read
 * @param points further measurements of the same scenario, each with a line of its own
 * @param extras further facts, under names of their own
 */
record Result(
    String scenario,
    Figure figure,
    @Nullable Latency latency,
    MemoryPeaks.@Nullable Peaks memory,
    long events,
    Map<String, Object> settings,
    List<Result> points,
    Map<String, Object> extras) {

  static Result of(String scenario, Figure figure, long events) {
    return new Result(scenario, figure, null, null, events, Map.of(), List.of(), Map.of());
  }

  Result with(@Nullable Latency times) {
    return new Result(scenario, figure, times, memory, events, settings, points, extras);
  }

  Result with(MemoryPeaks.@Nullable Peaks peaks) {
    return new Result(scenario, figure, latency, peaks, events, settings, points, extras);
  }

  Result withPoints(List<Result> more) {
    return new Result(scenario, figure, latency, memory, events, settings, more, extras);
  }

  Result withSetting(String name, Object value) {
    return new Result(
        scenario, figure, latency, memory, events, plus(settings, name, value), points, extras);
  }

  Result withExtra(String name, Object value) {
    return new Result(
        scenario, figure, latency, memory, events, settings, points, plus(extras, name, value));
  }

  /** A scenario reaches its line when its headline and every point do. */
  boolean met() {
    return figure.isMet() && points.stream().allMatch(Result::met);
  }

  private static Map<String, Object> plus(Map<String, Object> map, String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }
}
