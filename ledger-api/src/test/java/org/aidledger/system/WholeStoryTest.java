package org.aidledger.system;

import static org.aidledger.system.Bodies.DAY;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.payment;
import static org.aidledger.system.Bodies.payout;
import static org.aidledger.system.Bodies.reason;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A year of one fund, chapter by chapter, by everybody who works on it. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeStoryTest {

  private static final Map<String, Object> DONOR =
      Map.of("name", "张三丰收", "identityNumber", "110101199001011237", "organisation", "一分会");

  private final RunningLedger ledger;
  private final Desk finance;
  private final Desk finance2;
  private final Desk approver;
  private final Desk cashier;
  private final Desk auditor;
  private final String fund;
  private final String other;
  private String donationId = "";
  private Instant afterDonations = Instant.EPOCH;

  WholeStoryTest(RunningLedger ledger) {
    this.ledger = ledger;
    finance = ledger.desk("finance");
    finance2 = ledger.desk("finance2");
    approver = ledger.desk("approver");
    cashier = ledger.desk("cashier");
    auditor = ledger.desk("auditor");
    fund = finance.order(201, "/funds", fund("W.story")).path("fundId").asString();
    other = finance.order(201, "/funds", fund("W.other")).path("fundId").asString();
  }

  private JsonNode balance(String question) {
    return ledger.desk("viewer").read("/funds/" + fund + "/balance" + question);
  }

  private void available(String expected) {
    assertThat(balance("").path("available").asString()).isEqualTo(expected);
  }

  @Test
  @Order(1)
  void theOpeningBalanceIsSetOnce() {
    String path = "/funds/" + fund + "/opening-balance";
    Map<String, Object> opening =
        Map.of("amount", "1000.00", "effectiveOn", "2026-01-01", "evidence", "2025年账簿第12页");
    JsonNode set = finance.order(201, path, opening);
    JsonNode again = finance.order(200, path, opening);
    assertThat(again.path("status").asString()).isEqualTo("ALREADY_RECORDED");
    assertThat(again.path("entryNumber")).isEqualTo(set.path("entryNumber"));
    assertThat(finance.refused(409, path, with(opening, "amount", "1.00")))
        .isEqualTo("OPENING_ALREADY_SET");
    available("1000.00");
  }

  @Test
  @Order(2)
  void otherIncomeAndFeesAreEntries() {
    Map<String, Object> income =
        Map.of(
            "category", "SUPERIOR_SUBSIDY",
            "reference", "拨款-1",
            "amount", "5000.00",
            "effectiveOn", "2026-02-01",
            "memo", "上级补助");
    finance.order(201, "/funds/" + fund + "/income", income);
    finance.order(200, "/funds/" + fund + "/income", income);
    assertThat(finance.refused(409, "/funds/" + fund + "/income", with(income, "amount", "1.00")))
        .isEqualTo("REFERENCE_CONFLICT");
    Map<String, Object> fee =
        Map.of(
            "category", "BANK_FEE",
            "reference", "手续费-1",
            "amount", "3.50",
            "effectiveOn", "2026-02-03");
    finance.order(201, "/funds/" + fund + "/expense", fee);
    Map<String, Object> tooMuch = with(with(fee, "reference", "手续费-2"), "amount", "5996.51");
    assertThat(finance.refused(409, "/funds/" + fund + "/expense", tooMuch))
        .isEqualTo("INSUFFICIENT_FUNDS");
    String wrong =
        finance
            .order(201, "/funds/" + fund + "/expense", with(fee, "reference", "手续费-3"))
            .path("entryId")
            .asString();
    assertThat(finance.refused(409, "/entries/" + wrong + "/reversal", reason("重复入账")))
        .isEqualTo("SELF_CORRECTION");
    finance2.order(200, "/entries/" + wrong + "/reversal", reason("重复入账"));
    assertThat(approver.refused(409, "/entries/" + wrong + "/reversal", reason("重复入账")))
        .isEqualTo("ENTRY_REVERSED");
    available("5996.50");
  }

  @Test
  @Order(3)
  void aDonationCountsOnceHoweverOftenItIsSent() {
    String path = "/funds/" + fund + "/donations";
    Map<String, Object> body = donation("W-D1", "100.50", DONOR);
    JsonNode first = finance.order(201, path, body);
    donationId = first.path("donationId").asString();
    JsonNode again = finance2.order(200, path, body);
    assertThat(again.path("status").asString()).isEqualTo("ALREADY_RECORDED");
    assertThat(again.path("entryNumber")).isEqualTo(first.path("entryNumber"));
    assertThat(again.path("position")).isEqualTo(first.path("position"));

    JsonNode conflict = finance.order(409, path, with(body, "amount", "100.51"));
    assertThat(conflict.path("code").asString()).isEqualTo("REFERENCE_CONFLICT");
    assertThat(conflict.path("facts").path("givenAmount").asString()).isEqualTo("100.51");
    assertThat(conflict.path("facts").path("firstAmount").asString()).isEqualTo("100.50");
    assertThat(finance.refused(409, "/funds/" + other + "/donations", body))
        .as("one bank serial cannot enter two funds")
        .isEqualTo("REFERENCE_CONFLICT");
    available("6097.00");
  }

  @Test
  @Order(4)
  void aBadLineOfABatchRefusesItselfAlone() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add(anonymous("W-B" + i, i == 3 ? "1.001" : "10.00"));
    }
    lines.add(donation("W-B20", "10.00", Map.of("organisation", "二分会")));
    lines.add(anonymous("W-B0", "10.00"));
    lines.add(anonymous("W-B1", "11.00"));
    String path = "/funds/" + fund + "/donations/batch";

    JsonNode answer = finance.order(200, path, Map.of("donations", lines));
    assertThat(answer.path("recorded").asInt()).isEqualTo(20);
    assertThat(answer.path("alreadyRecorded").asInt()).isEqualTo(1);
    assertThat(answer.path("refused").size()).isEqualTo(2);
    JsonNode fine = answer.path("refused").get(0);
    assertThat(fine.path("index").asInt()).isEqualTo(3);
    assertThat(fine.path("code").asString()).isEqualTo("AMOUNT_TOO_FINE");
    assertThat(fine.path("message").asString()).isNotBlank();
    assertThat(answer.path("refused").get(1).path("code").asString())
        .isEqualTo("REFERENCE_CONFLICT");

    JsonNode again = finance2.order(200, path, Map.of("donations", lines));
    assertThat(again.path("recorded").asInt()).isZero();
    assertThat(again.path("alreadyRecorded").asInt()).isEqualTo(21);
    available("6297.00");
    afterDonations = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Waiting.millis(20);
    assertThat(balance("?recordedBy=" + afterDonations).path("received").asString())
        .isEqualTo("300.50");
  }

  @Test
  @Order(5)
  void correctionsAndReversalsNeedAnotherPerson() {
    String path = "/donations/" + donationId;
    Map<String, Object> correction = with(reason("金额有误"), "amount", "200.00");
    assertThat(finance.refused(409, path + "/correction", correction)).isEqualTo("SELF_CORRECTION");
    finance2.order(200, path + "/correction", correction);
    finance2.order(200, path + "/correction", correction);
    JsonNode read = auditor.read(path);
    assertThat(read.path("status").asString()).isEqualTo("CORRECTED");
    assertThat(read.path("amount").asString()).isEqualTo("200.00");
    assertThat(read.path("donor").path("name").asString()).isEqualTo("张三丰收");
    available("6396.50");

    String wrong =
        finance
            .order(201, "/funds/" + fund + "/donations", anonymous("W-R1", "55.00"))
            .path("donationId")
            .asString();
    assertThat(finance.refused(409, "/donations/" + wrong + "/reversal", reason("重复入账")))
        .isEqualTo("SELF_CORRECTION");
    approver.order(200, "/donations/" + wrong + "/reversal", reason("重复入账"));
    assertThat(
            finance2.refused(
                409, "/donations/" + wrong + "/correction", with(reason("金额"), "amount", "1.00")))
        .isEqualTo("DONATION_REVERSED");
    available("6396.50");
  }

  @Test
  @Order(6)
  void aRefundIsAPayoutOfPartOfADonation() {
    Map<String, Object> refund =
        with(with(payout("W-REF", "50.00"), "kind", "REFUND"), "donationId", donationId);
    String payouts = "/funds/" + fund + "/payouts";
    String id = finance.order(201, payouts, refund).path("payoutId").asString();
    approver.order(200, "/payouts/" + id + "/approval");
    cashier.order(200, "/payouts/" + id + "/payment", payment("2026-06-01", "W-BK1"));
    Map<String, Object> more = with(with(refund, "reference", "W-REF2"), "amount", "150.01");
    assertThat(finance.refused(409, payouts, more)).isEqualTo("REFUND_EXCEEDS_DONATION");
    assertThat(finance2.refused(409, "/donations/" + donationId + "/reversal", reason("退回")))
        .isEqualTo("DONATION_REFUNDED");

    assertThat(auditor.read("/donations/" + donationId).path("refunded").asString())
        .isEqualTo("50.00");
    assertThat(balance("").path("refunded").asString()).isEqualTo("50.00");
    assertThat(balance("").path("paid").asString()).isEqualTo("0.00");
    available("6346.50");
  }

  @Test
  @Order(7)
  void aidIsPaidAndMoneyMoved() {
    String id =
        finance
            .order(201, "/funds/" + fund + "/payouts", payout("W-P1", "300.00"))
            .path("payoutId")
            .asString();
    approver.order(200, "/payouts/" + id + "/approval");
    cashier.order(200, "/payouts/" + id + "/payment", payment("2026-06-02", "W-BK2"));
    Map<String, Object> transfer =
        Map.of(
            "fromFundId",
            fund,
            "toFundId",
            other,
            "reference",
            "W-T1",
            "amount",
            "46.50",
            "effectiveOn",
            DAY,
            "reason",
            "调剂");
    finance.order(201, "/transfers", transfer);
    available("6000.00");
  }

  @Test
  @Order(8)
  void thePastStaysWhatItWas() {
    JsonNode now = balance("");
    assertThat(now.path("opening").asString()).isEqualTo("1000.00");
    assertThat(now.path("received").asString()).isEqualTo("400.00");
    assertThat(now.path("otherIncome").asString()).isEqualTo("5000.00");
    assertThat(now.path("otherExpense").asString()).isEqualTo("3.50");
    assertThat(now.path("transferredOut").asString()).isEqualTo("46.50");
    assertThat(now.path("paid").asString()).isEqualTo("300.00");

    JsonNode may = balance("?effectiveOn=2026-05-31");
    assertThat(may.path("paid").asString()).as("paid in June").isEqualTo("0.00");
    assertThat(may.path("received").asString()).isEqualTo("400.00");
    JsonNode april = balance("?effectiveOn=2026-04-30");
    assertThat(april.path("received").asString()).isEqualTo("0.00");
    assertThat(april.path("available").asString()).isEqualTo("5996.50");

    JsonNode known = balance("?recordedBy=" + afterDonations);
    assertThat(known.path("received").asString()).as("before the correction").isEqualTo("300.50");
    assertThat(known.path("available").asString()).isEqualTo("6297.00");
    JsonNode both = balance("?effectiveOn=2026-04-30&recordedBy=" + afterDonations);
    assertThat(both.path("available").asString()).isEqualTo("5996.50");
    assertThat(both.path("position")).isEqualTo(known.path("position"));
    finance.order(201, "/funds/" + fund + "/donations", anonymous("W-late", "1.00"));
    assertThat(balance("?recordedBy=" + afterDonations)).isEqualTo(known);
    String future = Instant.now().plusSeconds(60).toString();
    var notOver = ledger.desk("viewer").get("/funds/" + fund + "/balance?recordedBy=" + future);
    assertThat(notOver.problem()).isEqualTo("DATE_IN_FUTURE recordedBy");
    assertThat(notOver.json().path("detail").asString()).contains("+08:00").doesNotContain("?");
  }

  @Test
  @Order(9)
  void theTrailTellsItAll() {
    TrailCheck.holds(auditor, fund, balance("").path("available").asString());
    assertThat(ledger.desk("viewer").get("/funds/" + fund + "/trail").status()).isEqualTo(403);
  }

  @Test
  @Order(10)
  void refusalsAreOnRecord() {
    List<String> codes =
        auditor.items("/audit/refusals?fundId=" + fund, 5).stream()
            .map(refusal -> refusal.path("code").asString())
            .toList();
    assertThat(codes)
        .containsSubsequence(
            "OPENING_ALREADY_SET",
            "REFERENCE_CONFLICT",
            "INSUFFICIENT_FUNDS",
            "REFERENCE_CONFLICT");
    List<JsonNode> all = auditor.items("/audit/refusals", 50);
    assertThat(all.stream().map(r -> r.path("code").asString()).toList())
        .contains("SELF_CORRECTION", "DONATION_REVERSED", "DONATION_REFUNDED");
    assertThat(all)
        .allSatisfy(
            refusal -> {
              assertThat(refusal.path("actor").asString()).isNotBlank();
              assertThat(refusal.path("command").asString()).isNotBlank();
              assertThat(refusal.path("recordedAt").asString()).isNotBlank();
            });
  }

  @Test
  @Order(11)
  void everyRuleOfTheBookHoldsAndAReplayFindsNothing() throws Exception {
    BookCheck.hold(ledger);
  }
}
