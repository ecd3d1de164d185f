package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.reason;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Months and years are closed by two people, and reopened by two. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class PeriodStoryTest {

  private static final List<String> EVERYTHING =
      List.of("PENDING_PAYOUTS", "FAILED_IMPORTS", "REPLAY_MISSING", "SEAL_BEHIND");

  private final RunningLedger ledger;
  private final Desk finance;
  private final Desk finance2;
  private final Desk approver;

  PeriodStoryTest(RunningLedger ledger) {
    this.ledger = ledger;
    finance = ledger.desk("finance");
    finance2 = ledger.desk("finance2");
    approver = ledger.desk("approver");
  }

  @Test
  void aMonthIsClosedAndTakesNoMoreEntriesUntilTwoPeopleReopenIt() {
    String union = "union-that-closes";
    String fund = open(union, "PER.1");
    String donations = "/funds/" + fund + "/donations";
    finance.order(201, donations, on("2025-03-05", "PER-1", "100.00"));

    JsonNode proposed = finance.order(200, "/periods/2025-03/closing", closing(union));
    assertThat(proposed.path("state").asString()).isEqualTo("CLOSING");
    finance.order(201, donations, on("2025-03-06", "PER-2", "10.00"));
    Map<String, Object> consent =
        Map.of("organisation", union, "proposalId", proposed.path("proposalId").asString());
    assertThat(finance.refused(409, "/periods/2025-03/confirmation", consent))
        .isEqualTo("SELF_CONFIRMATION");
    assertThat(
            approver.order(200, "/periods/2025-03/confirmation", consent).path("state").asString())
        .isEqualTo("CLOSED");

    Answer late = finance.post(donations, on("2025-03-31", "PER-3", "1.00"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("PERIOD_CLOSED");
    assertThat(late.text()).contains("2025-03-31");
    finance.order(201, donations, on("2025-04-01", "PER-3", "1.00"));
    assertThat(finance.order(200, donations, on("2025-03-05", "PER-1", "100.00")))
        .as("what was recorded before is answered as before")
        .isNotNull();

    JsonNode closed = ledger.desk("auditor").read("/periods/2025-03?organisation=" + union);
    assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
    assertThat(types(closed)).containsExactly("PeriodClosingProposed", "PeriodClosed");

    Map<String, Object> reopening = with(reason("补记一张银行回单"), "organisation", union);
    JsonNode asked = finance2.order(200, "/periods/2025-03/reopening", reopening);
    assertThat(asked.path("state").asString()).isEqualTo("REOPENING");
    assertThat(finance2.refused(409, "/periods/2025-03/confirmation", of(union)))
        .isEqualTo("SELF_CONFIRMATION");
    assertThat(
            finance.order(200, "/periods/2025-03/confirmation", of(union)).path("state").asString())
        .isEqualTo("OPEN");
    finance.order(201, donations, on("2025-03-31", "PER-4", "1.00"));
    assertThat(trailTypes(fund)).contains("PeriodLocked", "PeriodUnlocked");
  }

  @Test
  void lateEntriesAreBookedInTheNextPeriodWhereTheOrganisationChoseSo() {
    String union = "union-of-late-slips";
    String fund = open(union, "PER.2");
    String donations = "/funds/" + fund + "/donations";
    close(union, "2025-05", "NEXT_PERIOD");
    String donation =
        finance
            .order(201, donations, on("2025-05-30", "PER-20", "30.00"))
            .path("donationId")
            .asString();
    finance.order(201, donations, on("2025-07-02", "PER-21", "2.00"));
    finance2.order(
        200, "/donations/" + donation + "/correction", with(reason("金额抄错"), "amount", "31.00"));

    List<JsonNode> entries =
        items(ledger.desk("auditor").read("/funds/" + fund + "/trail")).stream()
            .filter(line -> line.path("entryNumber").isIntegralNumber())
            .toList();
    assertThat(entries)
        .extracting(
            line ->
                line.path("effectiveOn").asString() + " " + line.path("postingPeriod").asString())
        .containsExactly(
            "2025-05-30 2025-06", "2025-07-02 2025-07", "2025-05-30 2025-06", "2025-05-30 2025-06");
    JsonNode june = finance.read("/periods/2025-06?organisation=" + union);
    assertThat(june.path("lateEntriesBooked").asInt()).isEqualTo(3);
  }

  @Test
  void aYearIsClosedBehindItsDecemberAndReopenedFirst() {
    String union = "union-of-years";
    open(union, "PER.3");
    close(union, "2025-12", "REFUSED");
    close(union, "2025", "REFUSED");
    assertThat(
            finance.refused(
                409, "/periods/2025-12/reopening", with(reason("错"), "organisation", union)))
        .isEqualTo("PERIOD_OUT_OF_ORDER");
    assertThat(finance.refused(409, "/periods/2025-12/closing", closing(union)))
        .isEqualTo("PERIOD_STATE");
    assertThat(finance.refused(409, "/periods/2026-02/closing", closing(union)))
        .isEqualTo("PERIOD_OUT_OF_ORDER");
    assertThat(finance.refused(409, "/periods/9000-01/closing", closing("another-union")))
        .isEqualTo("PERIOD_NOT_OVER");
    List<String> states =
        items(finance.read("/periods?organisation=" + union)).stream()
            .map(one -> one.path("period").asString() + " " + one.path("state").asString())
            .toList();
    assertThat(states).contains("2025 CLOSED", "2025-12 CLOSED", "2026-01 OPEN");
    String later = open(union, "PER.4");
    assertThat(
            finance.refused(
                409, "/funds/" + later + "/donations", on("2025-06-01", "PER-40", "1.00")))
        .as("a fund that is opened later begins with what is closed")
        .isEqualTo("PERIOD_CLOSED");
  }

  @Test
  void whatIsOpenHasToBeAcknowledged() {
    String union = "union-with-open-ends";
    String fund = open(union, "PER.5");
    finance.order(201, "/funds/" + fund + "/payouts", Bodies.payout("PER-50", "1.00"));
    JsonNode point =
        finance.read("/periods/2025-08?organisation=" + union).path("readiness").path(0);
    assertThat(point.path("open").asString()).isEqualTo("PENDING_PAYOUTS");
    assertThat(point.path("figure").asString()).isEqualTo("1");
    Answer refused = finance.post("/periods/2025-08/closing", of(union));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("PERIOD_NOT_READY");
    assertThat(refused.text()).contains("未办结的发放与退款");
    finance.order(200, "/periods/2025-08/closing", closing(union));
    JsonNode step = finance.read("/periods/2025-08?organisation=" + union).path("steps").path(0);
    assertThat(step.path("openItems").path("PENDING_PAYOUTS").asString()).isEqualTo("1");
  }

  @Test
  void whatIsNoPeriodIsRefusedWithTheParameter() {
    assertThat(finance.post("/periods/2025-13/closing", Map.of()).status()).isEqualTo(400);
    assertThat(finance.refused(400, "/periods/2025-03/closing", Map.of("lateEntries", "MAYBE")))
        .isEqualTo("VALUE_NOT_ALLOWED lateEntries");
    assertThat(finance.refused(400, "/periods/2025-03/reopening", of("whose-union")))
        .isEqualTo("FIELD_MISSING reason");
    assertThat(
            finance.refused(
                409,
                "/periods/2025-03/reopening",
                with(reason("错"), "organisation", "whose-union")))
        .isEqualTo("PERIOD_STATE");
    assertThat(finance.refused(409, "/periods/2025-03/confirmation", of("whose-union")))
        .isEqualTo("CHANGE_NOT_PENDING");
  }

  /** Whoever records meanwhile gets in before the lock or is refused; nothing slips in behind. */
  @Test
  void noDonationRacesTheClosing() throws Exception {
    String union = "union-in-a-hurry";
    String fund = open(union, "PER.6");
    String donations = "/funds/" + fund + "/donations";
    finance.order(200, "/periods/2025-03/closing", closing(union));
    AtomicInteger recorded = new AtomicInteger();
    try (ExecutorService people = Executors.newFixedThreadPool(4)) {
      List<Future<String>> ends = new ArrayList<>();
      for (int person = 0; person < 4; person++) {
        String name = "PER-6" + person + "-";
        ends.add(people.submit(() -> recordUntilRefused(donations, name, recorded)));
      }
      Waiting.until("people record", () -> recorded.get() >= 40);
      approver.order(200, "/periods/2025-03/confirmation", of(union));
      for (Future<String> end : ends) {
        assertThat(end.get()).isEqualTo("PERIOD_CLOSED");
      }
    }
    List<String> newestFirst =
        items(ledger.desk("auditor").read("/funds/" + fund + "/trail?order=newest&limit=500"))
            .stream()
            .map(line -> line.path("type").asString())
            .toList();
    assertThat(newestFirst.getFirst()).isEqualTo("PeriodLocked");
    assertThat(newestFirst.stream().filter("DonationReceived"::equals)).isNotEmpty();
    JsonNode balance = finance.read("/funds/" + fund + "/balance");
    assertThat(balance.path("received").asString()).isEqualTo(recorded.get() + ".00");
  }

  private String recordUntilRefused(String donations, String name, AtomicInteger recorded) {
    // However many come before the lock: how fast they are against it is the machine's affair.
    long until = System.nanoTime() + Waiting.PATIENCE.toNanos();
    for (int i = 0; System.nanoTime() - until < 0; i++) {
      Answer answer = finance.post(donations, on("2025-03-20", name + i, "1.00"));
      if (answer.status() != 201) {
        return answer.problem();
      }
      recorded.incrementAndGet();
    }
    return "never refused";
  }

  private String open(String union, String code) {
    return finance
        .order(201, "/funds", with(fund(code), "organisation", union))
        .path("fundId")
        .asString();
  }

  private void close(String union, String period, String late) {
    finance.order(
        200, "/periods/" + period + "/closing", with(closing(union), "lateEntries", late));
    approver.order(200, "/periods/" + period + "/confirmation", of(union));
  }

  private static Map<String, Object> of(String union) {
    return Map.of("organisation", union);
  }

  private static Map<String, Object> closing(String union) {
    return with(of(union), "acknowledged", EVERYTHING);
  }

  private static Map<String, Object> on(String day, String reference, String amount) {
    Map<String, Object> donation = new HashMap<>(anonymous(reference, amount));
    donation.put("receivedOn", day);
    return donation;
  }

  private List<String> trailTypes(String fund) {
    return items(ledger.desk("auditor").read("/funds/" + fund + "/trail")).stream()
        .map(line -> line.path("type").asString())
        .toList();
  }

  private static List<String> types(JsonNode period) {
    return StreamSupport.stream(period.path("steps").spliterator(), false)
        .map(step -> step.path("type").asString())
        .toList();
  }

  private static List<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.path("items").spliterator(), false).toList();
  }
}
