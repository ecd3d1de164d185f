package org.aidledger.system;

import static org.aidledger.system.Bodies.DAY;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.payment;
import static org.aidledger.system.Bodies.payout;
import static org.aidledger.system.Bodies.reason;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Payouts on all of their ways, alone and as a roster. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class PayoutStoryTest {

  private static final int STUDENTS = 76;

  private final Desk finance;
  private final Desk approver;
  private final Desk approver2;
  private final Desk cashier;
  private final Desk auditor;

  PayoutStoryTest(RunningLedger ledger) {
    finance = ledger.desk("finance");
    approver = ledger.desk("approver");
    approver2 = ledger.desk("approver2");
    cashier = ledger.desk("cashier");
    auditor = ledger.desk("auditor");
  }

  /** A fund with a threshold of 5,000.00 in which 10,000.00 are available. */
  private String fundWithMoney(String code) {
    String id =
        finance
            .order(201, "/funds", with(fund(code), "approvalThreshold", "5000.00"))
            .path("fundId")
            .asString();
    finance.order(201, "/funds/" + id + "/donations", anonymous(code + "-money", "10000.00"));
    return id;
  }

  private String request(String fundId, Map<String, Object> body) {
    return finance.order(201, "/funds/" + fundId + "/payouts", body).path("payoutId").asString();
  }

  private static String state(JsonNode answer) {
    return answer.path("state").asString();
  }

  private void balance(String fundId, String paid, String reserved, String available) {
    JsonNode balance = auditor.read("/funds/" + fundId + "/balance");
    assertThat(balance.path("paid").asString()).as("paid").isEqualTo(paid);
    assertThat(balance.path("reserved").asString()).as("reserved").isEqualTo(reserved);
    assertThat(balance.path("available").asString()).as("available").isEqualTo(available);
  }

  @Test
  void fromRequestToPaymentAndBackAndPaidAgain() {
    String fundId = fundWithMoney("P.way");
    Map<String, Object> body = payout("PW-1", "300.00");
    String id = request(fundId, body);
    String path = "/payouts/" + id;
    JsonNode again = finance.order(200, "/funds/" + fundId + "/payouts", body);
    assertThat(again.path("payoutId").asString()).isEqualTo(id);
    assertThat(
            finance.refused(409, "/funds/" + fundId + "/payouts", with(body, "amount", "301.00")))
        .isEqualTo("REFERENCE_CONFLICT");

    Map<String, Object> payment = payment("2026-06-01", "BK-1");
    assertThat(cashier.refused(409, path + "/payment", payment)).isEqualTo("PAYOUT_STATE");
    balance(fundId, "0.00", "0.00", "10000.00");
    assertThat(state(approver.order(200, path + "/approval"))).isEqualTo("APPROVED");
    assertThat(state(approver.order(200, path + "/approval"))).isEqualTo("APPROVED");
    balance(fundId, "0.00", "300.00", "9700.00");
    assertThat(state(cashier.order(200, path + "/payment", payment))).isEqualTo("PAID");
    assertThat(state(cashier.order(200, path + "/payment", payment))).isEqualTo("PAID");
    balance(fundId, "300.00", "0.00", "9700.00");
    assertThat(finance.refused(409, path + "/cancellation", reason("不再需要")))
        .isEqualTo("PAYOUT_STATE");

    Map<String, Object> back = Map.of("returnedOn", "2026-06-03", "reason", "账号错误");
    assertThat(cashier.refused(409, path + "/return", with(back, "returnedOn", "2026-05-31")))
        .isEqualTo("RETURN_BEFORE_PAYMENT");
    assertThat(state(cashier.order(200, path + "/return", back))).isEqualTo("RETURNED");
    assertThat(state(cashier.order(200, path + "/return", back))).isEqualTo("RETURNED");
    balance(fundId, "0.00", "300.00", "9700.00");
    cashier.order(200, path + "/payment", payment("2026-06-04", "BK-2"));
    balance(fundId, "300.00", "0.00", "9700.00");

    JsonNode read = auditor.read(path);
    assertThat(state(read)).isEqualTo("PAID");
    assertThat(read.path("bankReference").asString()).isEqualTo("BK-2");
    assertThat(read.path("payee").path("bankAccount").asString()).isEqualTo("****8876");
    assertThat(read.toString()).doesNotContain("6222907483378876");
  }

  @Test
  void oneBankFileMayTellOfAPaymentAndOfItsReturn() {
    String fundId = fundWithMoney("P.bothways");
    String batch =
        finance
            .order(
                201,
                "/funds/" + fundId + "/payout-batches",
                Map.of("reference", "BW", "payouts", List.of(payout("BW-1", "10.00"))))
            .path("batchId")
            .asString();
    String path = "/payout-batches/" + batch;
    approver.order(200, path + "/approval");
    String id = cashier.get(path + "/bank-file").text().split("\\R", -1)[1].split(",", -1)[1];
    byte[] results =
        ("付款编号,结果,付款日期,银行流水号,原因,金额\r\n"
                + "%s,成功,2026-06-01,BW-BK,,10.00\r\n%s,退汇,2026-06-02,,账号不存在,10.00\r\n"
                    .formatted(id, id))
            .getBytes(StandardCharsets.UTF_8);
    for (String expected : List.of("\"paid\":1,", "\"paid\":0,")) {
      var answer = cashier.upload(path + "/bank-results", "r.csv", results);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.text()).contains(expected).contains("\"failed\":0,");
      balance(fundId, "0.00", "10.00", "9990.00");
    }
  }

  @Test
  void readingAFullBankAccountIsOnRecord() {
    String fundId = fundWithMoney("P.account");
    String id = request(fundId, payout("PA-1", "10.00"));
    int before = auditor.items("/audit/readings", 500).size();

    JsonNode account = cashier.read("/payouts/" + id + "/bank-account");

    assertThat(account.path("bankAccount").asString()).isEqualTo("6222907483378876");
    List<JsonNode> readings = auditor.items("/audit/readings", 500);
    assertThat(readings).hasSize(before + 1);
    assertThat(readings.getLast().toString()).contains(id).doesNotContain("6222907483378876");
  }

  @Test
  void aboveTheThresholdTwoApproversAreNeeded() {
    String fundId = fundWithMoney("P.threshold");
    String path = "/payouts/" + request(fundId, payout("PT-1", "5000.01"));
    assertThat(state(approver.order(200, path + "/approval"))).isEqualTo("REQUESTED");
    assertThat(state(approver.order(200, path + "/approval")))
        .as("once more")
        .isEqualTo("REQUESTED");
    balance(fundId, "0.00", "0.00", "10000.00");
    assertThat(state(approver2.order(200, path + "/approval"))).isEqualTo("APPROVED");
    balance(fundId, "0.00", "5000.01", "4999.99");

    String second = "/payouts/" + request(fundId, payout("PT-2", "5000.00"));
    assertThat(approver.refused(409, second + "/approval")).isEqualTo("INSUFFICIENT_FUNDS");
    assertThat(state(auditor.read(second))).isEqualTo("REQUESTED");
  }

  @Test
  void rejectedAndCancelledPayoutsHoldNoMoney() {
    String fundId = fundWithMoney("P.end");
    String rejected = "/payouts/" + request(fundId, payout("PE-1", "10.00"));
    assertThat(state(approver.order(200, rejected + "/rejection", reason("材料不全"))))
        .isEqualTo("REJECTED");
    assertThat(approver2.refused(409, rejected + "/approval")).isEqualTo("PAYOUT_STATE");

    String cancelled = "/payouts/" + request(fundId, payout("PE-2", "20.00"));
    approver.order(200, cancelled + "/approval");
    balance(fundId, "0.00", "20.00", "9980.00");
    assertThat(state(finance.order(200, cancelled + "/cancellation", reason("重复申请"))))
        .isEqualTo("CANCELLED");
    balance(fundId, "0.00", "0.00", "10000.00");
    assertThat(auditor.read(cancelled).path("reason").asString()).isEqualTo("重复申请");
  }

  @Test
  void seventySixStudentsAreApprovedAsOneAndPaidLineByLine() {
    String fundId = fundWithMoney("P.students");
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < STUDENTS; i++) {
      lines.add(payout("S-" + i, "100.00", "学生" + i, "62229074833700%02d".formatted(i)));
    }
    Map<String, Object> roster = Map.of("reference", "金秋助学-2026", "payouts", lines);
    String batches = "/funds/" + fundId + "/payout-batches";
    JsonNode requested = finance.order(201, batches, roster);
    assertThat(finance.order(200, batches, roster).path("batchId"))
        .isEqualTo(requested.path("batchId"));
    String batch = "/payout-batches/" + requested.path("batchId").asString();
    List<String> ids = requested.path("payoutIds").valueStream().map(JsonNode::asString).toList();
    assertThat(ids).hasSize(STUDENTS);

    assertThat(approver.refused(409, "/payouts/" + ids.getFirst() + "/approval"))
        .isEqualTo("PART_OF_BATCH");
    assertThat(state(approver.order(200, batch + "/approval"))).isEqualTo("REQUESTED");
    assertThat(state(approver2.order(200, batch + "/approval"))).isEqualTo("APPROVED");
    balance(fundId, "0.00", "7600.00", "2400.00");
    for (int i = 0; i < STUDENTS; i++) {
      cashier.order(200, "/payouts/" + ids.get(i) + "/payment", payment(DAY, "JQ-" + i));
    }
    balance(fundId, "7600.00", "0.00", "2400.00");
    cashier.order(
        200,
        "/payouts/" + ids.get(7) + "/return",
        Map.of("returnedOn", "2026-05-21", "reason", "户名不符"));
    balance(fundId, "7500.00", "100.00", "2400.00");

    JsonNode read = auditor.read(batch + "?limit=100");
    assertThat(read.path("total").asString()).isEqualTo("7600.00");
    assertThat(read.path("payoutsByState").path("PAID").asInt()).isEqualTo(STUDENTS - 1);
    assertThat(read.path("payoutsByState").path("RETURNED").asInt()).isEqualTo(1);
    assertThat(read.path("payouts").valueStream().map(p -> p.path("payoutId").asString()).toList())
        .isEqualTo(ids);
  }
}
