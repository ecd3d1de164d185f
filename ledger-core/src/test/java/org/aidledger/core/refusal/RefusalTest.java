package org.aidledger.core.refusal;

import static org.aidledger.core.fixture.People.FINANCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.refusal.command.KeepRefusals;
import org.aidledger.core.refusal.event.CommandRefused;
import org.junit.jupiter.api.Test;

/** Refusals are facts too. */
class RefusalTest {

  private final LedgerFixture ledger = new LedgerFixture();

  @Test
  void eachRefusalIsAStreamOfItsOwn() {
    CommandRefused one = refusal("R1");
    CommandRefused two = refusal("R2");
    ledger.when(FINANCE, new KeepRefusals("R1", List.of(one, two))).thenEvents(one, two);
    assertThat(ledger.stream("R2")).containsExactly(two);
    assertThat(ledger.stored().getFirst().actor()).isEqualTo(FINANCE.toString());
  }

  @Test
  void aRefusalKeepsTheFiguresAsTheyWere() {
    Map<String, String> facts = new HashMap<>(Map.of("available", "1.00"));
    Refused refused = new Refused(RuleCode.INSUFFICIENT_FUNDS, facts);
    facts.clear();
    assertThat(refused.facts()).isEqualTo(Map.of("available", "1.00"));
    assertThat(refused).hasMessage("INSUFFICIENT_FUNDS {available=1.00}");
    assertThat(refused.getStackTrace()).isEmpty();
  }

  private static CommandRefused refusal(String id) {
    return new CommandRefused(id, "PayPayout", "FUND_FROZEN", "fund", "payout", Map.of());
  }
}
