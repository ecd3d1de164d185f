package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.payment;
import static org.aidledger.system.Bodies.payout;
import static org.aidledger.system.Bodies.reason;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a closed month came to is printed, again and again, in the same bytes. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class StatementStoryTest {

  private static final String DONOR = "端木青山";
  private static final String DONOR_NUMBER = "11010519491231002X";
  private static final List<String> ALL =
      List.of("income-expenditure", "payouts", "donations", "corrections", "exceptions");

  private final RunningLedger ledger;
  private final Desk finance;
  private final Desk finance2;
  private final Desk approver;

  StatementStoryTest(RunningLedger ledger) {
    this.ledger = ledger;
    finance = ledger.desk("finance");
    finance2 = ledger.desk("finance2");
    approver = ledger.desk("approver");
  }

  @Test
  void aClosedMonthIsPrintedInTheSameBytesWhateverComesLater() throws Exception {
    String union = "union-of-statements";
    String fund = aMonthIn(union, "STM.1", DONOR, DONOR_NUMBER);
    JsonNode balance = finance.read("/funds/" + fund + "/balance");
    close(union, "2025-03");

    JsonNode list = finance.read("/periods/2025-03/statements?organisation=" + union);
    assertThat(list.path("items").size()).isEqualTo(5);
    assertThat(list.path("size").asLong()).isLessThanOrEqualTo(list.path("closing").asLong());
    Map<String, byte[]> first = new HashMap<>();
    for (JsonNode item : list.path("items")) {
      String name = item.path("statement").asString();
      StatementFile full = file("auditor", union, "2025-03", name, "&people=full");
      assertThat(full.status()).as(full.text()).isEqualTo(200);
      assertThat(full.sha256()).as(name).isEqualTo(item.path("sha256").asString());
      for (String form : List.of("xlsx", "pdf")) {
        StatementFile redacted = file("cashier", union, "2025-03", name, "&form=" + form);
        assertThat(redacted.status()).as(redacted.text()).isEqualTo(200);
        first.put(name + form, redacted.bytes());
      }
    }

    StatementFile figures = file("cashier", union, "2025-03", "income-expenditure", "");
    assertThat(figures.row("根哈希")).containsExactly(list.path("rootHash").asString());
    assertThat(figures.row("封存点")).containsExactly(list.path("size").asString());
    assertThat(figures.row("账簿标识")).containsExactly(list.path("origin").asString());
    List<String> row = figures.row("STM.1", "爱心互助基金 STM.1", "CNY");
    assertThat(row.stream().map(BigDecimal::new).map(BigDecimal::stripTrailingZeros))
        .startsWith(
            amount("7"), amount("159.38"), amount("0"), amount("0"), amount("0"), amount("159.38"))
        .contains(amount("30"));
    BigDecimal closing = StatementFile.figure(row.get(10));
    assertThat(closing).isEqualByComparingTo("136.38");
    assertThat(closing)
        .as("to the fen what the book says")
        .isEqualByComparingTo(
            new BigDecimal(balance.path("available").asString())
                .add(new BigDecimal(balance.path("reserved").asString())));
    assertThat(figures.row("合计", "CNY")).isEqualTo(row);

    StatementFile donations = file("finance", union, "2025-03", "donations", "");
    assertThat(donations.sheet()).doesNotContain(DONOR).contains("个人 ");
    assertThat(StatementFile.figure(donations.row("合计").getFirst())).isEqualByComparingTo("159.38");
    assertThat(file("finance", union, "2025-03", "donations", "&people=full").sheet())
        .contains(DONOR);
    assertThat(
            StatementFile.figure(
                file("finance", union, "2025-03", "payouts", "").row("合计").getFirst()))
        .isEqualByComparingTo("30");
    assertThat(file("finance", union, "2025-03", "corrections", "").sheet())
        .contains("捐赠更正")
        .contains("捐赠红字冲销");
    assertThat(file("finance", union, "2025-03", "exceptions", "").sheet()).contains("结账时知悉的未了事项");

    laterEntries(union, fund);
    for (String name : ALL) {
      for (String form : List.of("xlsx", "pdf")) {
        assertThat(file("cashier", union, "2025-03", name, "&form=" + form).bytes())
            .as(name + " as " + form)
            .isEqualTo(first.get(name + form));
      }
    }
    close(union, "2025-04");
    assertThat(file("finance", union, "2025-04", "exceptions", "").sheet()).contains("跨期补记");
    List<String> april =
        file("finance", union, "2025-04", "income-expenditure", "")
            .row("STM.1", "爱心互助基金 STM.1", "CNY");
    assertThat(StatementFile.figure(april.getFirst()))
        .as("what was booked later opens the next month, too")
        .isEqualByComparingTo(closing);
    assertThat(StatementFile.figure(april.get(1))).isEqualByComparingTo("4");
  }

  @Test
  void whoMustNotSeePeopleGetsNoNamesAndWhoDoesIsOnRecord() throws Exception {
    String union = "union-of-read-statements";
    aMonthIn(union, "STM.2", "令狐远山", "11010119900101123X");
    close(union, "2025-03");
    StatementFile refused = file("cashier", union, "2025-03", "donations", "&people=full");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("ROLE_MISSING");
    long before = readings();
    file("finance", union, "2025-03", "donations", "&people=full");
    Waiting.until("the reading is on record", () -> readings() > before);
  }

  @Test
  void aDestroyedKeyTakesTheFullStatementAndLeavesTheRedactedOne() throws Exception {
    String union = "union-of-forgotten-donors";
    aMonthIn(union, "STM.3", "东郭长河", "110105199003078811");
    close(union, "2025-03");
    byte[] redacted = file("finance", union, "2025-03", "donations", "").bytes();
    Desk admin = ledger.desk("admin");
    String subject =
        admin
            .order(200, "/subjects/search", Map.of("identityNumber", "110105199003078811"))
            .path("items")
            .path(0)
            .path("subjectId")
            .asString();
    String key = "/subjects/" + subject + "/key-destruction";
    admin.order(200, key, reason("本人要求"));
    approver.order(200, key + "/confirmation");
    finance.read("/periods/2025-03?organisation=" + union);

    StatementFile gone = file("auditor", union, "2025-03", "donations", "&people=full");
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.text()).contains("STATEMENT_KEYS_DESTROYED");
    assertThat(file("finance", union, "2025-03", "donations", "").bytes()).isEqualTo(redacted);
    assertThat(file("auditor", union, "2025-03", "income-expenditure", "&people=full").status())
        .isEqualTo(200);
  }

  @Test
  void aYearThatWasReopenedKeepsTheStatementsOfItsFirstClosing() throws Exception {
    String union = "union-of-two-closings";
    String fund = aMonthIn(union, "STM.4", "南宫晓月", "110105198811230047");
    close(union, "2025");
    long first = finance.read(statementsOf(union)).path("closing").asLong();
    String named = "&closing=" + first;
    byte[] before = file("finance", union, "2025", "income-expenditure", named).bytes();
    assertThat(
            StatementFile.figure(
                file("finance", union, "2025", "income-expenditure", "")
                    .row("STM.4", "爱心互助基金 STM.4", "CNY")
                    .get(10)))
        .isEqualByComparingTo("136.38");
    Map<String, Object> of = Map.of("organisation", union);
    finance.order(200, "/periods/2025/reopening", with(reason("漏记"), "organisation", union));
    approver.order(200, "/periods/2025/confirmation", of);
    finance.order(
        201, "/funds/" + fund + "/donations", on("2025-12-30", anonymous("STM.4-9", "5.00")));
    close(union, "2025");

    assertThat(finance.read(statementsOf(union)).path("closing").asLong()).isGreaterThan(first);
    StatementFile after = file("finance", union, "2025", "income-expenditure", "");
    assertThat(StatementFile.figure(after.row("STM.4", "爱心互助基金 STM.4", "CNY").get(10)))
        .isEqualByComparingTo("141.38");
    assertThat(file("finance", union, "2025", "exceptions", "").sheet()).contains("反结账");
    assertThat(file("finance", union, "2025", "income-expenditure", named).bytes())
        .isEqualTo(before);
  }

  private static String statementsOf(String union) {
    return "/periods/2025/statements?organisation=" + union;
  }

  @Test
  void whatIsNoStatementIsRefusedPlainly() throws Exception {
    String union = "union-without-closings";
    assertThat(file("finance", union, "2025-03", "donations", "").status()).isEqualTo(404);
    assertThat(file("finance", union, "2025-03", "gossip", "").status()).isEqualTo(404);
    assertThat(file("finance", union, "2025-03", "donations", "&form=docx").text())
        .contains("VALUE_NOT_ALLOWED");
    assertThat(file("finance", union, "2025-03", "donations", "&people=some").text())
        .contains("VALUE_NOT_ALLOWED");
  }

  /** 7.00 before it; 100 + 50.50 + 8.88 received in it, 20 taken back, 30 paid. */
  private String aMonthIn(String union, String code, String name, String number) {
    String fund =
        finance
            .order(201, "/funds", with(fund(code), "organisation", union))
            .path("fundId")
            .asString();
    String donations = "/funds/" + fund + "/donations";
    finance.order(201, donations, on("2025-02-10", anonymous(code + "-0", "7.00")));
    finance.order(
        201,
        donations,
        on(
            "2025-03-05",
            donation(code + "-1", "100.00", Map.of("name", name, "identityNumber", number))));
    finance.order(201, donations, on("2025-03-06", anonymous(code + "-2", "50.50")));
    String wrong = recorded(donations, on("2025-03-07", anonymous(code + "-3", "9.99")));
    finance2.order(
        200, "/donations/" + wrong + "/correction", with(reason("金额抄错"), "amount", "8.88"));
    String twice = recorded(donations, on("2025-03-08", anonymous(code + "-4", "20.00")));
    finance2.order(
        200, "/donations/" + twice + "/reversal", with(reason("重复"), "effectiveOn", "2025-03-09"));
    finance.order(201, "/funds/" + fund + "/payouts", payout(code + "-6", "1.00"));
    String paid =
        finance
            .order(201, "/funds/" + fund + "/payouts", payout(code + "-5", "30.00"))
            .path("payoutId")
            .asString();
    approver.order(200, "/payouts/" + paid + "/approval");
    ledger
        .desk("cashier")
        .order(200, "/payouts/" + paid + "/payment", payment("2025-03-20", code + "-BK"));
    return fund;
  }

  private void laterEntries(String union, String fund) {
    String donations = "/funds/" + fund + "/donations";
    String late = recorded(donations, on("2025-03-30", anonymous("STM.1-6", "3.00")));
    finance2.order(
        200, "/donations/" + late + "/correction", with(reason("金额抄错"), "amount", "4.00"));
    finance.order(201, donations, on("2025-05-02", anonymous("STM.1-7", "1000.00")));
    finance.order(201, "/funds", with(fund("STM.1-LATER"), "organisation", union));
  }

  private String recorded(String donations, Map<String, Object> body) {
    return finance.order(201, donations, body).path("donationId").asString();
  }

  private void close(String union, String period) {
    Map<String, Object> of = Map.of("organisation", union);
    Map<String, Object> closing = new HashMap<>(of);
    closing.put("lateEntries", "NEXT_PERIOD");
    closing.put(
        "acknowledged",
        List.of("PENDING_PAYOUTS", "FAILED_IMPORTS", "REPLAY_MISSING", "SEAL_BEHIND"));
    finance.order(200, "/periods/" + period + "/closing", closing);
    approver.order(200, "/periods/" + period + "/confirmation", of);
    finance.read("/periods/" + period + "?organisation=" + union);
  }

  private StatementFile file(
      String account, String union, String period, String statement, String more)
      throws IOException, InterruptedException {
    String path =
        "/periods/" + period + "/statements/" + statement + "?organisation=" + union + more;
    return StatementFile.of(ledger, account, path);
  }

  private long readings() {
    return ledger.desk("auditor").items("/audit/readings", 500).stream()
        .filter(reading -> reading.path("field").asString().equals("closingStatement"))
        .count();
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text).stripTrailingZeros();
  }

  private static Map<String, Object> on(String day, Map<String, Object> donation) {
    return with(donation, "receivedOn", day);
  }
}
