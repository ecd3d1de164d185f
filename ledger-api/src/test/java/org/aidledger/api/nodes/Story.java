package org.aidledger.api.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aidledger.harness.Client.Answer;
import tools.jackson.databind.JsonNode;

/** The short story of one fund, told through all nodes in turn. */
final class Story {

  private static final int BATCH = 1_000;

  private final Office office;
  private final String fund;
  private long received;
  private long position;

  private Story(Office office, String fund) {
    this.office = office;
    this.fund = fund;
  }

  /** Tells the story in a new fund. */
  static void tell(Office office, String code, int singles) throws Exception {
    Story story = new Story(office, office.openFund(0, code));
    story.knowsTheFundEverywhere(code);
    story.recordsOneByOne(singles);
    story.recordsABatch();
    story.correctsAndReverses();
    story.paysAndTakesBack();
    story.addsUp(singles + BATCH);
  }

  private void knowsTheFundEverywhere(String code) {
    for (int node = 0; node < office.nodes(); node++) {
      Answer again =
          office
              .at(node, "finance2")
              .post(
                  "/api/v1/funds",
                  """
                  {"code":"%s","name":"金秋助学","purpose":"助学","treatment":"OWN_INCOME"}"""
                      .formatted(code));
      assertThat(again.status()).as(again.text()).isEqualTo(200);
      assertThat(again.json().path("fundId").asString()).isEqualTo(fund);
    }
  }

  /** Every tenth is sent again to another node, which gives the first outcome. */
  private void recordsOneByOne(int singles) throws Exception {
    List<Future<Answer>> recorded = new ArrayList<>();
    try (ExecutorService crowd = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < singles; i++) {
        int reference = i;
        recorded.add(crowd.submit(() -> recordOne(reference)));
        received += i + 1;
      }
    }
    for (Future<Answer> answer : recorded) {
      saw(answer.get());
    }
    Answer other = office.donate(1, fund, 0, 999);
    refused(other, "REFERENCE_CONFLICT");
  }

  private Answer recordOne(int reference) {
    Answer answer = office.donate(reference, fund, reference, reference + 1);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    if (reference % 10 == 0) {
      Answer again = office.donate(reference + 1, fund, reference, reference + 1);
      assertThat(again.status()).as(again.text()).isEqualTo(200);
      for (String same : List.of("donationId", "entryNumber", "position")) {
        assertThat(again.json().path(same)).isEqualTo(answer.json().path(same));
      }
    }
    return answer;
  }

  private void recordsABatch() {
    Answer batch = office.donateMany(0, fund, "B", 0, BATCH);
    saw(batch);
    assertThat(batch.json().path("recorded").asInt()).as(batch.text()).isEqualTo(BATCH);
    received += (long) BATCH * (BATCH + 1) / 2;
    Answer again = office.donateMany(1, fund, "B", 0, BATCH);
    assertThat(again.json().path("alreadyRecorded").asInt()).as(again.text()).isEqualTo(BATCH);
  }

  private void correctsAndReverses() {
    String corrected = donation("C1", 100_00);
    String path = "/api/v1/donations/" + corrected + "/correction";
    String body = "{\"reason\":\"金额有误\",\"amount\":\"150.00\"}";
    refused(office.at(1, "finance").post(path, body), "SELF_CORRECTION");
    saw(office.at(1, "finance2").post(path, body));
    received += 150_00;

    String reversed = donation("C2", 70_00);
    saw(
        office
            .at(0, "approver")
            .post("/api/v1/donations/" + reversed + "/reversal", "{\"reason\":\"重复\"}"));
  }

  private String donation(String reference, int fen) {
    Answer recorded =
        office
            .at(0, "finance")
            .post("/api/v1/funds/" + fund + "/donations", Office.donation(fund, reference, fen));
    saw(recorded);
    return recorded.json().path("donationId").asString();
  }

  private void paysAndTakesBack() {
    refused(request("P0", "9999999.00"), "");
    Answer requested = request("P1", "80.00");
    saw(requested);
    String payout = "/api/v1/payouts/" + requested.json().path("payoutId").asString();
    refused(office.at(1, "cashier").post(payout + "/payment", paid(1)), "PAYOUT_STATE");
    state(office.at(1, "approver").post(payout + "/approval", "{}"), "APPROVED");
    state(office.at(0, "cashier").post(payout + "/payment", paid(1)), "PAID");
    state(
        office
            .at(1, "cashier")
            .post(payout + "/return", "{\"returnedOn\":\"2026-02-03\",\"reason\":\"户名不符\"}"),
        "RETURNED");
    state(office.at(0, "cashier").post(payout + "/payment", paid(2)), "PAID");
  }

  private Answer request(String reference, String amount) {
    return office
        .at(0, "finance")
        .post(
            "/api/v1/funds/" + fund + "/payouts",
            """
            {"reference":"%s","payee":{"name":"李四","bankAccount":"6222020200012345678"},
             "amount":"%s","purpose":"助学"}"""
                .formatted(fund.substring(0, 8) + reference, amount));
  }

  private static String paid(int time) {
    return "{\"paidOn\":\"2026-02-0%d\",\"bankReference\":\"bank-%d\"}".formatted(time * 2, time);
  }

  private void state(Answer answer, String state) {
    saw(answer);
    assertThat(answer.json().path("state").asString()).isEqualTo(state);
  }

  private void refused(Answer answer, String code) {
    if (code.isEmpty()) {
      // Asking for too much is allowed; only the approval would reserve it.
      saw(answer);
      Answer approval =
          office
              .at(1, "approver")
              .post(
                  "/api/v1/payouts/" + answer.json().path("payoutId").asString() + "/approval",
                  "{}");
      refused(approval, "INSUFFICIENT_FUNDS");
      return;
    }
    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
    assertThat(answer.json().path("code").asString()).as(answer.text()).isEqualTo(code);
  }

  private void saw(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    position = Math.max(position, answer.json().path("position").asLong());
  }

  private void addsUp(int donations) {
    for (int node = 0; node < office.nodes(); node++) {
      JsonNode balance = office.balance(node, fund, position);
      assertThat(balance.path("received").asString()).isEqualTo(Office.yuan(received));
      assertThat(balance.path("paid").asString()).isEqualTo("80.00");
      assertThat(balance.path("reserved").asString()).isEqualTo("0.00");
      assertThat(balance.path("available").asString()).isEqualTo(Office.yuan(received - 80_00));
    }
    List<JsonNode> trail = office.trail(1, fund, position);
    Office.assertGapless(trail);
    Map<String, Long> positions = Office.positions(trail);
    assertThat(positions).hasSize(donations + 2);
    office.replayMatches(1);
  }
}
