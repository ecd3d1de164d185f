package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What people may order of an import that others have looked at, changed, stopped or broken. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class ImportStepsTest {

  private final RunningLedger ledger;
  private final Desk desk;
  private final ImportClient finance;
  private final String fund;

  ImportStepsTest(RunningLedger ledger) {
    this.ledger = ledger;
    desk = ledger.desk("finance");
    finance = new ImportClient(desk);
    String code = "IS" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    fund = desk.order(201, "/funds", Bodies.fund(code)).path("fundId").asString();
  }

  /** A roster whose titles no other test has, so that what is remembered for it stays here. */
  private byte[] roster(String... amounts) {
    StringBuilder text = new StringBuilder("姓名,单位,工号,金额,日期,另列" + fund + "\n");
    for (int i = 0; i < amounts.length; i++) {
      text.append("张三,第一公司,G%04d,%s,2026-05-18,0.07%n".formatted(i, amounts[i]));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] many(int lines) {
    StringBuilder text = new StringBuilder("姓名,单位,工号,金额,日期\n");
    for (int i = 0; i < lines; i++) {
      text.append("李四,第%d公司,G%05d,1.00,2026-05-18%n".formatted(i % 7, i));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void readAmountsFrom(Desk who, String id, String column) {
    Map<String, Object> mapping = Map.of("columns", Map.of("amount", column));
    Answer changed =
        who.send("PUT", "/imports/" + id + "/mapping", BodyPublishers.ofString(Desk.json(mapping)));
    assertThat(changed.status()).as(changed.text()).isEqualTo(202);
    finance.rested(id);
  }

  @Test
  void whoChoseTheColumnsOrPostedMayNotConfirmTheCorrections() {
    Desk other = ledger.desk("finance2");
    finance.imported(fund, "H-" + fund, "h.csv", roster("10.00", "20.00"));
    String id = finance.start(fund, "?batch=H-" + fund, "h2.csv", roster("11.00", "20.00"));
    finance.rested(id);
    readAmountsFrom(other, id, "D");
    desk.order(202, "/imports/" + id + "/posting", Map.of("controlTotal", "31.00"));
    assertThat(finance.rested(id).path("changed").asInt()).isEqualTo(1);
    String confirmation = "/imports/" + id + "/corrections/confirmation";
    assertThat(desk.refused(409, confirmation)).isEqualTo("SELF_CONFIRMATION");
    assertThat(other.refused(409, confirmation)).isEqualTo("SELF_CONFIRMATION");

    // The columns that one person chose hold for the next file of the shape, and so does the rule.
    String next =
        finance
            .imported(fund, "H-" + fund, "h3.csv", roster("12.00", "20.00"))
            .path("importId")
            .asString();
    assertThat(finance.one(next).path("mapping").path("remembered").asBoolean()).isTrue();
    assertThat(other.refused(409, "/imports/" + next + "/corrections/confirmation"))
        .isEqualTo("SELF_CONFIRMATION");

    ledger.desk("approver").order(202, confirmation);
    Waiting.until(
        "the correction is in the book",
        () -> desk.read("/imports/" + id + "/corrections").toString().contains("POSTED"));
  }

  @Test
  void aPostingIsRefusedIfTheFileWasCheckedAgainSinceItWasLookedAt() {
    String id = finance.start(fund, "?batch=S-" + fund, "s.csv", roster("10.00", "20.00"));
    JsonNode seen = finance.rested(id);
    assertThat(seen.path("checks").asInt()).isEqualTo(1);
    readAmountsFrom(ledger.desk("finance2"), id, "F");
    Answer refused = desk.post("/imports/" + id + "/posting", Map.of("seen", 1));
    assertThat(refused.problem()).isEqualTo("IMPORT_CHECKED_AGAIN");
    assertThat(refused.json().path("facts").path("found").asString()).isEqualTo("0.14");
    JsonNode stays = finance.one(id);
    assertThat(stays.path("phase").asString()).isEqualTo("CHECKED");
    assertThat(stays.path("total").asString()).isEqualTo("0.14");
    assertThat(stays.path("checks").asInt()).isEqualTo(2);
    desk.order(202, "/imports/" + id + "/posting", Map.of("seen", 2));
    assertThat(finance.rested(id).path("recorded").asInt()).isEqualTo(2);
  }

  @Test
  void goodLinesOnlyHoldsThroughAnotherCheck() {
    String roster =
        """
        收款人,银行账号,开户行,金额,用途
        赵六,6222907483378876,中国银行,10.00,救助
        钱七,6222907483378884,中国银行,负数,救助
        """;
    String id =
        finance.start(
            fund,
            "?kind=PAYOUTS&batch=G1-" + fund,
            "p.csv",
            roster.getBytes(StandardCharsets.UTF_8));
    finance.rested(id);
    desk.order(
        202,
        "/imports/" + id + "/posting",
        Map.of("batch", "G2-" + fund, "goodLinesOnly", true, "controlTotal", "10.00"));
    JsonNode posted = finance.rested(id);
    assertThat(posted.path("phase").asString()).as(posted.toString()).isEqualTo("POSTED");
    assertThat(posted.path("recorded").asInt()).isEqualTo(1);
    assertThat(posted.path("refused").asInt()).isEqualTo(1);
  }

  @Test
  void aPostingThatBrokeOffGoesOnWhereItStopped() throws Exception {
    int lines = 30_000;
    String id = finance.start(fund, "?dryRun=false&batch=R-" + fund, "r.csv", many(lines));
    Waiting.until("some lines are recorded", () -> finance.one(id).path("recorded").asInt() > 0);
    desk.order(200, "/funds/" + fund + "/freeze", Bodies.reason("盘点"));
    JsonNode failed = finance.rested(id);
    assertThat(failed.path("failure").path("code").asString())
        .as(failed.toString())
        .isEqualTo("FUND_FROZEN");
    assertThat(failed.path("recorded").asInt()).isBetween(1, lines - 1);
    assertThat(desk.post("/imports/" + id + "/posting", Map.of("duplicates", "SUM")).problem())
        .isEqualTo("IMPORT_STATE");
    assertThat(desk.post("/imports/" + id + "/posting", Map.of("controlTotal", "1.00")).problem())
        .startsWith("CONTROL_TOTAL_MISMATCH");
    ledger.desk("approver").order(200, "/funds/" + fund + "/unfreeze", Bodies.reason("盘点完毕"));
    ledger.desk("finance2").order(202, "/imports/" + id + "/posting", Map.of());
    JsonNode whole = finance.rested(id);
    assertThat(whole.path("phase").asString()).as(whole.toString()).isEqualTo("POSTED");
    assertThat(whole.path("recorded").asInt()).isEqualTo(lines);
    assertThat(whole.path("alreadyRecorded").asInt()).isZero();
    assertThat(whole.path("progress").path("done").asInt()).isEqualTo(lines);
    BookCheck.awaitReadModels(ledger);
    assertThat(desk.read("/funds/" + fund + "/balance").path("received").asString())
        .isEqualTo(lines + ".00");
  }

  @Test
  void aCheckThatIsCancelledEndsWithoutAnEntry() {
    String id = finance.start(fund, "?dryRun=false&batch=C-" + fund, "c.csv", many(400_000));
    Waiting.until(
        "the check has begun", () -> finance.one(id).path("progress").path("done").asInt() > 0);
    Answer answer = desk.send("DELETE", "/imports/" + id, BodyPublishers.noBody());
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    JsonNode ended = finance.rested(id);
    assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("CANCELLED");
    assertThat(ended.path("phase").asString()).isEqualTo("CHECKING");
    assertThat(ended.path("recorded").asInt()).isZero();
    assertThat(desk.post("/imports/" + id + "/posting", Map.of()).problem())
        .isEqualTo("IMPORT_STATE");
  }

  @Test
  void aPayoutRosterOfThreeThousandLinesBecomesOneBatch() {
    StringBuilder text = new StringBuilder("收款人,银行账号,开户行,金额,用途\n");
    for (int i = 0; i < 3_000; i++) {
      text.append("受助%d,62229074833%05d,中国银行,%d.00,救助%n".formatted(i, i, i % 9 + 1));
    }
    String id =
        finance.start(
            fund,
            "?kind=PAYOUTS&dryRun=false&batch=B-" + fund,
            "p.csv",
            text.toString().getBytes(StandardCharsets.UTF_8));
    JsonNode posted = finance.rested(id);
    assertThat(posted.path("recorded").asInt()).as(posted.toString()).isEqualTo(3_000);
    String batch = posted.path("payoutBatchId").asString();
    Waiting.until(
        "the batch shows",
        () -> desk.get("/payout-batches/" + batch).text().contains("\"count\":3000"));
  }
}
