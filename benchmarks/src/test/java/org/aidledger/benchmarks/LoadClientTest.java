package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes between the scenario and its client. */
class LoadClientTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void aDonationIsSentAsTheApiWantsIt() {
    JsonNode body = JSON.readTree(LoadClient.body(Donations.draft(4_711)));
    assertThat(body.path("reference").asString()).isEqualTo("B-00004711");
    assertThat(body.path("amount").asString()).isEqualTo(Donations.amount(4_711).toDecimal());
    assertThat(body.path("channel").asString()).isEqualTo("PAYROLL");
    assertThat(body.path("donor").path("name").asString()).isEqualTo(Donations.name(4_711));
    assertThat(body.path("donor").path("staffNumber").asString()).isNotEmpty();
  }

  @Test
  void loadsAndOutcomesSurviveTheWay() {
    ClientLoad load = ClientLoad.reads(List.of("/a", "/b"), 4, 20, 1.5);
    assertThat(JSON.readValue(JSON.writeValueAsString(load), ClientLoad.class)).isEqualTo(load);
    ClientLoad.Outcome outcome =
        new ClientLoad.Outcome(90, 10, 12_345, 2, new Latency(1, 2, 3), new Latency(1, 1.5, 3));
    assertThat(JSON.readValue(JSON.writeValueAsString(outcome), ClientLoad.Outcome.class))
        .isEqualTo(outcome);
    assertThat(outcome.perSecond()).isEqualTo(45);
    assertThat(outcome.offeredPerSecond()).isEqualTo(50);
  }
}
