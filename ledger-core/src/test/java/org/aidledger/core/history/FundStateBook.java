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

/**
 * Watches that only what comes back moves in a frozen fund, and in a closed one only what settles
 * that.
 */
final class FundStateBook {

  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "FROZEN", Set.of("RETURN", "RELEASE"),
          "CLOSED", Set.of("RETURN", "RELEASE", "PAYMENT", "TRANSFER_OUT"));

  private final Map<String, String> states = new HashMap<>();

  void add(Stored stored) {
    switch (stored.event()) {
      case FundFrozen e -> states.put(e.fundId(), "FROZEN");
      case FundUnfrozen e -> states.put(e.fundId(), "OPEN");
      case FundClosed e -> states.put(e.fundId(), "CLOSED");
      case ControlTotal e -> {
        String state = states.getOrDefault(e.fundId(), "OPEN");
        String movement = e.movement().name();
        assertThat(ALLOWED.getOrDefault(state, Set.of(movement))).as(state).contains(movement);
      }
      default -> {}
    }
  }
}
