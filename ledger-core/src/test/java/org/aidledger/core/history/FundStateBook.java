package org.aidledger.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.aidledger.core.fixture.Stored;
import org.aidledger.core.fund.event.ControlTotal;
import org.aidledger.core.fund.event.FundClosed;
import org.aidledger.core.fund.event.FundFrozen;
import org.aidledger.core.fund.event.FundUnfrozen;

/** Watches that nothing moves in a closed fund, and in a frozen one only what comes back. */
final class FundStateBook {

  private static final Set<String> WHILE_FROZEN = Set.of("RETURN", "RELEASE");

  private final Map<String, String> states = new HashMap<>();

  void add(Stored stored) {
    switch (stored.event()) {
      case FundFrozen e -> states.put(e.fundId(), "FROZEN");
      case FundUnfrozen e -> states.put(e.fundId(), "OPEN");
      case FundClosed e -> states.put(e.fundId(), "CLOSED");
      case ControlTotal e -> {
        String state = states.getOrDefault(e.fundId(), "OPEN");
        assertThat(state).isNotEqualTo("CLOSED");
        assertThat(state.equals("FROZEN") && !WHILE_FROZEN.contains(e.movement().name())).isFalse();
      }
      default -> {}
    }
  }
}
