package org.aidledger.projections.exception;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing to look at, with the events behind it. It is no verdict.
 *
 * @param fundId absent if it spans several funds
 * @param events how many events are behind it
 * @param positions of the first {@link ExceptionQueries#MOST_POSITIONS} of them
 * @param facts figures and identifiers, amounts in minor units; never personal data
 */
public record ExceptionView(
    ExceptionKind kind,
    @Nullable String fundId,
    long events,
    List<Long> positions,
    Map<String, String> facts) {

  public ExceptionView {
    positions = List.copyOf(positions);
    facts = Map.copyOf(facts);
  }
}
