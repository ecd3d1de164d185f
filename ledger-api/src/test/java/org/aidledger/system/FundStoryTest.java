package org.aidledger.system;

import static org.aidledger.system.Bodies.DAY;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.reason;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Funds from their opening to their closing. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class FundStoryTest {

  private final RunningLedger ledger;
  private final Desk finance;
  private final Desk finance2;
  private final Desk viewer;

  FundStoryTest(RunningLedger ledger) {
    this.ledger = ledger;
    finance = ledger.desk("finance");
    finance2 = ledger.desk("finance2");
    viewer = ledger.desk("viewer");
  }

  private String open(String code) {
    return finance.order(201, "/funds", fund(code)).path("fundId").asString();
  }

  @Test
  void openingTwiceIsOneFundAndATakenCodeIsRefused() {
    Map<String, Object> body = with(fund("F.open-1"), "approvalThreshold", "5000.00");

    Answer first = finance.post("/funds", body);
    assertThat(first.status()).isEqualTo(201);
    JsonNode opened = first.json();
    assertThat(opened.path("currency").asString()).isEqualTo("CNY");
    assertThat(opened.path("treatment").asString()).isEqualTo("OWN_INCOME");
    assertThat(opened.path("approvalThreshold").asString()).isEqualTo("5000.00");
    assertThat(first.header("Location")).isEqualTo("/api/v1/funds/" + fundId(opened));
    assertThat(first.header(Desk.POSITION)).isEqualTo(opened.path("position").asString());

    assertThat(finance2.order(200, "/funds", body)).isEqualTo(opened);
    assertThat(finance.refused(409, "/funds", with(body, "name", "另一个")))
        .isEqualTo("FUND_CODE_TAKEN");
    JsonNode other = finance.order(201, "/funds", with(body, "organisation", "第二工会"));
    assertThat(fundId(other)).as("codes are unique per organisation").isNotEqualTo(fundId(opened));
    assertThat(viewer.read("/funds/" + fundId(opened)).path("name").asString())
        .isEqualTo("爱心互助基金 F.open-1");
  }

  @Test
  void newTermsNeedASecondPerson() {
    String id = open("F.change");
    String changes = "/funds/" + id + "/changes";
    Map<String, Object> change =
        Map.of("reason", "理事会决议", "purpose", "金秋助学", "approvalThreshold", "800.00");

    String change1 = finance.order(201, changes, change).path("changeId").asString();
    JsonNode pending = viewer.read("/funds/" + id);
    assertThat(pending.path("purpose").asString()).isEqualTo("帮扶困难职工");
    assertThat(pending.path("pendingChange").path("purpose").asString()).isEqualTo("金秋助学");

    String confirmation = changes + "/" + change1 + "/confirmation";
    assertThat(finance.refused(409, confirmation)).isEqualTo("SELF_CONFIRMATION");
    finance2.order(200, confirmation);
    assertThat(finance2.refused(409, confirmation)).isEqualTo("CHANGE_NOT_PENDING");

    JsonNode changed = viewer.read("/funds/" + id);
    assertThat(changed.path("purpose").asString()).isEqualTo("金秋助学");
    assertThat(changed.path("approvalThreshold").asString()).isEqualTo("800.00");
    assertThat(changed.has("pendingChange") && !changed.path("pendingChange").isNull()).isFalse();
  }

  @Test
  void aFrozenFundTakesNothingUntilItIsThawed() {
    String id = open("F.freeze");
    String donations = "/funds/" + id + "/donations";

    assertThat(
            finance.order(200, "/funds/" + id + "/freeze", reason("核查")).path("state").asString())
        .isEqualTo("FROZEN");
    assertThat(finance.refused(409, "/funds/" + id + "/freeze", reason("核查")))
        .isEqualTo("FUND_STATE");
    assertThat(finance.refused(409, donations, anonymous("FF-1", "1.00"))).isEqualTo("FUND_FROZEN");
    ledger.desk("approver").order(200, "/funds/" + id + "/unfreeze", reason("核查完毕"));
    finance.order(201, donations, anonymous("FF-1", "1.00"));
  }

  @Test
  void closingMovesTheRestToTheSuccessor() {
    String id = open("F.close");
    String successor = open("F.successor");
    String closure = "/funds/" + id + "/closure";
    finance.order(201, "/funds/" + id + "/donations", anonymous("FC-1", "77.70"));

    assertThat(finance.refused(409, closure, reason("项目结束"))).isEqualTo("FUND_NOT_EMPTY");
    finance.order(200, closure, with(reason("项目结束"), "successorFundId", successor));

    assertThat(finance.refused(409, "/funds/" + id + "/donations", anonymous("FC-2", "1.00")))
        .isEqualTo("FUND_CLOSED");
    JsonNode closed = viewer.read("/funds/" + id);
    assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
    assertThat(closed.path("successorFundId").asString()).isEqualTo(successor);
    assertThat(closed.path("balance").path("transferredOut").asString()).isEqualTo("77.70");
    assertThat(closed.path("balance").path("available").asString()).isEqualTo("0.00");
    JsonNode heir = viewer.read("/funds/" + successor + "/balance");
    assertThat(heir.path("transferredIn").asString()).isEqualTo("77.70");
    assertThat(heir.path("available").asString()).isEqualTo("77.70");
  }

  @Test
  void aTransferMovesMoneyOnceBetweenTwoFunds() {
    String from = open("F.from");
    String to = open("F.to");
    finance.order(201, "/funds/" + from + "/donations", anonymous("FT-1", "100.00"));
    Map<String, Object> transfer =
        Map.of(
            "fromFundId",
            from,
            "toFundId",
            to,
            "reference",
            "T-1",
            "amount",
            "30.00",
            "effectiveOn",
            DAY,
            "reason",
            "调剂使用");

    JsonNode moved = finance.order(201, "/transfers", transfer);
    JsonNode again = finance.order(200, "/transfers", transfer);
    assertThat(again.path("status").asString()).isEqualTo("ALREADY_RECORDED");
    assertThat(again.path("position")).isEqualTo(moved.path("position"));
    assertThat(again.path("counterEntryNumber").asLong()).isEqualTo(1);
    assertThat(finance.refused(409, "/transfers", with(transfer, "amount", "31.00")))
        .isEqualTo("REFERENCE_CONFLICT");
    Map<String, Object> next = with(transfer, "reference", "T-2");
    assertThat(finance.refused(409, "/transfers", with(next, "toFundId", from)))
        .isEqualTo("SAME_FUND");
    assertThat(finance.refused(409, "/transfers", with(next, "amount", "70.01")))
        .isEqualTo("INSUFFICIENT_FUNDS");
    assertThat(viewer.read("/funds/" + from + "/balance").path("available").asString())
        .isEqualTo("70.00");
    assertThat(viewer.read("/funds/" + to + "/balance").path("available").asString())
        .isEqualTo("30.00");
  }

  @Test
  void theFiguresOfAllFundsAreTheSumOfTheirs() {
    finance.order(201, "/funds/" + open("F.sum") + "/donations", anonymous("FS-1", "12.34"));
    for (String figure : List.of("received", "otherIncome", "paid", "reserved", "available")) {
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode one : viewer.items("/funds", 100)) {
        sum = sum.add(new BigDecimal(one.path("balance").path(figure).asString()));
      }
      JsonNode total = viewer.read("/balances").path("items").get(0).path("balance");
      assertThat(new BigDecimal(total.path(figure).asString()))
          .as(figure)
          .isEqualByComparingTo(sum);
    }
  }

  private static String fundId(JsonNode fund) {
    return fund.path("fundId").asString();
  }
}
