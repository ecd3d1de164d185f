package org.aidledger.api.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aidledger.core.refusal.RuleCode;

/** Counts refusals that are on record, by the rule. */
public final class RefusalFigures implements Consumer<RuleCode> {

  private final Map<RuleCode, Counter> counters;

  /** Every rule has its counter from the start, so that the first refusal shows as a rise. */
  RefusalFigures(MeterRegistry registry) {
    counters =
        Arrays.stream(RuleCode.values())
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    code ->
                        Counter.builder("ledger.refusals")
                            .description("Refusals on record")
                            .tag("code", code.name())
                            .register(registry),
                    (one, _) -> one,
                    () -> new EnumMap<>(RuleCode.class)));
  }

  @Override
  public void accept(RuleCode code) {
    Counter counter = counters.get(code);
    if (counter != null) {
      counter.increment();
    }
  }
}
