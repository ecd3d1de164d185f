package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Files of offices through the import desk: checked, posted, repeated, corrected, refused. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class ImportStoryTest {

  private static final Path SAMPLES = Path.of("../samples");
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final RunningLedger ledger;
  private final ImportClient finance;

  ImportStoryTest(RunningLedger ledger) {
    this.ledger = ledger;
    this.finance = new ImportClient(ledger.desk("finance"));
  }

  private String fund() {
    String code =
        "IM" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    return ledger.desk("finance").order(201, "/funds", Bodies.fund(code)).path("fundId").asString();
  }

  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(SAMPLES.resolve(name));
  }

  /** An import tells nobody which position its entries have, so all of the book is waited for. */
  private String balance(String fundId) throws Exception {
    BookCheck.awaitReadModels(ledger);
    return ledger.desk("finance").read("/funds/" + fundId + "/balance").path("received").asString();
  }

  @Test
  void theSampleFilesImportToTheFenTwiceWithoutChange() throws Exception {
    importedTwice("donations-utf8.csv", 200, 200, "53650.72");
    importedTwice("cixin-yirijuan-2026-payroll-gb18030.csv", 500, 496, "150304.46");
    importedTwice("cixin-yirijuan-2026-payroll.xlsx", 300, 297, "86219.56");
    importedTwice("bank-statement-2026-05.csv", 120, 94, "62220.00");
    BookCheck.hold(ledger);
  }

  private void importedTwice(String file, int lines, int good, String total) throws Exception {
    String fund = fund();
    String batch = "batch-" + fund;
    byte[] content = unique(file, fund);
    String id = finance.start(fund, "?dryRun=true&batch=" + batch, file, content);
    JsonNode dry = finance.rested(id);
    assertThat(dry.path("state").asString()).as(dry.toString()).isEqualTo("COMPLETED");
    assertThat(dry.path("lines").asInt()).as(dry.toString()).isEqualTo(lines);
    assertThat(dry.path("recorded").asInt()).isZero();
    assertThat(dry.path("total").asString()).isEqualTo(total);
    assertThat(balance(fund)).isEqualTo("0.00");
    ledger.desk("finance").order(202, "/imports/" + id + "/posting", Map.of("controlTotal", total));
    JsonNode posted = finance.rested(id);
    assertThat(posted.path("phase").asString()).as(posted.toString()).isEqualTo("POSTED");
    assertThat(posted.path("recorded").asInt()).isEqualTo(good);
    assertThat(posted.path("total").asString()).isEqualTo(total);
    JsonNode again = finance.imported(fund, batch, "again-" + file, content);
    assertThat(again.path("recorded").asInt()).as(again.toString()).isZero();
    assertThat(again.path("alreadyRecorded").asInt()).isEqualTo(good);
    assertThat(again.path("total").asString()).isEqualTo(total);
    assertThat(balance(fund)).isEqualTo(total);
  }

  /** One book holds one reference once, so files with references get their own. */
  private static byte[] unique(String file, String fund) throws IOException {
    byte[] content = sample(file);
    if (file.startsWith("donations")) {
      return new String(content, StandardCharsets.UTF_8)
          .replace("R9-", fund.substring(0, 8) + "-")
          .getBytes(StandardCharsets.UTF_8);
    }
    return content;
  }

  @Test
  void aRosterReSavedAndReOrderedAddsNothing() throws Exception {
    String fund = fund();
    byte[] gb = sample("cixin-yirijuan-2026-payroll-gb18030.csv");
    JsonNode first = finance.imported(fund, "B-" + fund, "a.csv", gb);
    assertThat(first.path("recorded").asInt()).as(first.toString()).isEqualTo(496);
    List<String> lines = new ArrayList<>(List.of(new String(gb, GB18030).split("\r?\n", -1)));
    List<String> head = lines.subList(0, 3);
    List<String> body = new ArrayList<>(lines.subList(3, 503));
    Collections.shuffle(body, new Random(4));
    String text = String.join("\r\n", head) + "\r\n" + String.join("\r\n", body) + "\r\n";
    JsonNode again =
        finance.imported(
            fund, "B-" + fund, "other.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    assertThat(again.path("recorded").asInt()).as(again.toString()).isZero();
    assertThat(again.path("alreadyRecorded").asInt()).isEqualTo(496);
    assertThat(balance(fund)).isEqualTo("150304.46");
  }

  @Test
  void aControlTotalThatDoesNotMatchPostsNothing() throws Exception {
    String fund = fund();
    byte[] roster = roster("200.00", "100.00");
    JsonNode failed =
        finance.rested(
            finance.start(
                fund, "?dryRun=false&batch=C-" + fund + "&controlTotal=301.00", "c.csv", roster));
    assertThat(failed.path("state").asString()).as(failed.toString()).isEqualTo("FAILED");
    assertThat(failed.path("failure").path("code").asString()).isEqualTo("CONTROL_TOTAL_MISMATCH");
    String id = failed.path("importId").asString();
    Answer refused =
        ledger.desk("finance").post("/imports/" + id + "/posting", Map.of("controlTotal", "1.00"));
    assertThat(refused.problem()).startsWith("CONTROL_TOTAL_MISMATCH");
    assertThat(refused.json().path("facts").path("found").asString()).isEqualTo("300.00");
    assertThat(balance(fund)).isEqualTo("0.00");
    ledger.desk("finance").order(202, "/imports/" + id + "/posting", Map.of("controlTotal", "300"));
    assertThat(finance.rested(id).path("recorded").asInt()).isEqualTo(2);
  }

  private static byte[] roster(String... amounts) {
    StringBuilder text = new StringBuilder("姓名,单位,工号,金额,日期\n");
    for (int i = 0; i < amounts.length; i++) {
      text.append("张三%s,第一公司,G%04d,%s,2026-05-18%n".formatted("甲乙丙丁".charAt(i), i, amounts[i]));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theSamePersonTwiceOnADayIsKeptSummedOrLeftOut() throws Exception {
    byte[] twice =
        "姓名,单位,工号,金额,日期\n甲,一,G1,10,2026-05-18\n甲,一,G1,20,2026-05-18\n乙,一,G2,5,2026-05-18\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] turned =
        "姓名,单位,工号,金额,日期\n乙,一,G2,5,2026-05-18\n甲,一,G1,20,2026-05-18\n甲,一,G1,10,2026-05-18\n"
            .getBytes(StandardCharsets.UTF_8);
    String kept = fund();
    JsonNode keep = finance.imported(kept, "K-" + kept, "k.csv", twice);
    assertThat(keep.path("recorded").asInt()).as(keep.toString()).isEqualTo(3);
    assertThat(keep.path("duplicateLines").asInt()).isEqualTo(2);
    JsonNode again = finance.imported(kept, "K-" + kept, "k.csv", turned);
    assertThat(again.path("alreadyRecorded").asInt()).as(again.toString()).isEqualTo(3);
    String summed = fund();
    String sum = finance.start(summed, "?dryRun=true&batch=S-" + summed, "s.csv", twice);
    finance.rested(sum);
    ledger.desk("finance").order(202, "/imports/" + sum + "/posting", Map.of("duplicates", "SUM"));
    JsonNode posted = finance.rested(sum);
    assertThat(posted.path("recorded").asInt()).as(posted.toString()).isEqualTo(3);
    assertThat(posted.path("total").asString()).isEqualTo("35.00");
    assertThat(finance.lines(sum, "RECORDED").path(0).path("donationId").asString())
        .isEqualTo(finance.lines(sum, "RECORDED").path(1).path("donationId").asString());
    JsonNode sumAgain = finance.imported(summed, "S-" + summed, "s.csv", turned);
    assertThat(sumAgain.path("recorded").asInt()).as(sumAgain.toString()).isZero();
    assertThat(sumAgain.path("changed").asInt()).isZero();
    assertThat(balance(summed)).isEqualTo("35.00");
    JsonNode keptSummed =
        finance.rested(
            finance.start(kept, "?dryRun=false&duplicates=SUM&batch=K-" + kept, "k.csv", twice));
    assertThat(keptSummed.path("alreadyRecorded").asInt()).as(keptSummed.toString()).isEqualTo(3);
    String left = fund();
    JsonNode out =
        finance.rested(
            finance.start(
                left, "?dryRun=false&duplicates=LEAVE_OUT&batch=L-" + left, "l.csv", twice));
    assertThat(out.path("recorded").asInt()).as(out.toString()).isEqualTo(1);
    assertThat(out.path("skipped").asInt()).isEqualTo(2);
    assertThat(out.path("total").asString()).isEqualTo("5.00");
  }

  @Test
  void badLinesComeBackAsAFileThatImportsOnceMended() throws Exception {
    String fund = fund();
    byte[] gb = sample("cixin-yirijuan-2026-payroll-gb18030.csv");
    JsonNode first = finance.imported(fund, "M-" + fund, "m.csv", gb);
    assertThat(first.path("refused").asInt()).as(first.toString()).isEqualTo(4);
    JsonNode problem = first.path("problems").path(0);
    assertThat(problem.path("cell").asString()).matches("[A-Z]+[0-9]+");
    assertThat(problem.path("message").asString()).isNotEmpty();
    String path = "/imports/" + first.path("importId").asString() + "/refusals";
    String csv = ledger.desk("finance").get(path).text();
    assertThat(csv).startsWith("\uFEFF").contains("未入账原因");
    assertThat(csv.strip().lines().count()).as(csv).isEqualTo(3 + 4);
    List<String> mended = new ArrayList<>(csv.strip().lines().toList());
    for (int i = 3; i < mended.size(); i++) {
      mended.set(
          i,
          mended.get(i).replaceAll("^([^,]*,[^,]*,[^,]*,[^,]*),(\"[^\"]*\"|[^,]*),", "$1,7.00,"));
    }
    JsonNode second =
        finance.imported(
            fund,
            "M-" + fund,
            "m2.csv",
            String.join("\r\n", mended).getBytes(StandardCharsets.UTF_8));
    assertThat(second.path("recorded").asInt()).as(second + csv).isEqualTo(4);
    assertThat(balance(fund)).isEqualTo("150332.46");
  }

  @Test
  void aPayoutRosterBecomesOneBatchWhateverItsOrder() throws Exception {
    String fund = fund();
    byte[] roster = sample("jinqiu-zhuxue-2026-payouts.xlsx");
    JsonNode posted =
        finance.rested(
            finance.start(
                fund,
                "?dryRun=false&batch=P-" + fund + "&controlTotal=304,000.00",
                "p.xlsx",
                roster));
    assertThat(posted.path("recorded").asInt()).as(posted.toString()).isEqualTo(76);
    assertThat(posted.path("total").asString()).isEqualTo("304000.00");
    BookCheck.awaitReadModels(ledger);
    JsonNode batch =
        ledger.desk("finance").read("/payout-batches/" + posted.path("payoutBatchId").asString());
    assertThat(batch.path("count").asInt()).isEqualTo(76);
    JsonNode again = finance.imported(fund, "P-" + fund, "p.xlsx", roster);
    assertThat(again.path("recorded").asInt()).as(again.toString()).isZero();
    assertThat(again.path("alreadyRecorded").asInt()).isEqualTo(76);
  }

  @Test
  void twoImportsOfOneFileAtOnceRecordEachLineOnce() throws Exception {
    String fund = fund();
    StringBuilder text = new StringBuilder("姓名,单位,工号,金额,日期\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("李四,第%d公司,G%05d,%d.50,2026-05-18%n".formatted(i % 7, i, i % 100 + 1));
    }
    byte[] roster = text.toString().getBytes(StandardCharsets.UTF_8);
    String one = finance.start(fund, "?dryRun=false&batch=T-" + fund, "t.csv", roster);
    String two = finance.start(fund, "?dryRun=false&batch=T-" + fund, "t.csv", roster);
    JsonNode first = finance.rested(one);
    JsonNode second = finance.rested(two);
    assertThat(first.path("recorded").asInt() + second.path("recorded").asInt())
        .as(first + " " + second)
        .isEqualTo(5_000);
    assertThat(first.path("alreadyRecorded").asInt() + second.path("alreadyRecorded").asInt())
        .isEqualTo(5_000);
    assertThat(balance(fund)).isEqualTo("255000.00");
  }

  @Test
  void aFrozenFundStopsTheImportWithOneRefusal() {
    String fund = fund();
    ledger.desk("finance").order(200, "/funds/" + fund + "/freeze", Bodies.reason("盘点"));
    JsonNode failed = finance.imported(fund, "F-" + fund, "f.csv", roster("1.00", "2.00"));
    assertThat(failed.path("state").asString()).isEqualTo("FAILED");
    assertThat(failed.path("failure").path("code").asString()).isEqualTo("FUND_FROZEN");
    assertThat(failed.path("recorded").asInt()).isZero();
  }

  @Test
  void aCorrectedRosterIsPostedAsCorrectionsOnceAnotherPersonConfirms() throws Exception {
    String fund = fund();
    String batch = "D-" + fund;
    finance.imported(fund, batch, "d.csv", roster("200.00", "100.00", "50.00"));
    JsonNode changed = finance.imported(fund, batch, "d2.csv", roster("200.00", "120.00"));
    assertThat(changed.path("changed").asInt()).as(changed.toString()).isEqualTo(1);
    assertThat(changed.path("alreadyRecorded").asInt()).isEqualTo(1);
    assertThat(changed.path("gone").asInt()).isEqualTo(1);
    assertThat(changed.path("goneTotal").asString()).isEqualTo("50.00");
    String one = "/imports/" + changed.path("importId").asString();
    whatIsGoneIsListedAndStays(one);
    String path = one + "/corrections";
    JsonNode proposal = ledger.desk("finance").read(path).path("items").path(0);
    assertThat(proposal.path("amountBefore").asString()).isEqualTo("100.00");
    assertThat(proposal.path("amount").asString()).isEqualTo("120.00");
    assertThat(ledger.desk("finance").post(path + "/confirmation", Map.of()).problem())
        .isEqualTo("SELF_CONFIRMATION");
    ledger.desk("approver").order(202, path + "/confirmation");
    Waiting.until(
        "the correction is in the book",
        () ->
            ledger
                .desk("finance")
                .read(path)
                .path("items")
                .path(0)
                .path("state")
                .asString()
                .equals("POSTED"));
    assertThat(balance(fund)).isEqualTo("370.00");
    JsonNode again = finance.imported(fund, batch, "d3.csv", roster("200.00", "120.00"));
    assertThat(again.path("alreadyRecorded").asInt()).as(again.toString()).isEqualTo(2);
    assertThat(ledger.desk("auditor").get("/imports.csv?lang=en&fundId=" + fund).text())
        .contains("d.csv", "d2.csv", "d3.csv");
  }

  private void whatIsGoneIsListedAndStays(String one) {
    JsonNode gone = ledger.desk("approver").read(one + "/gone").path("items");
    assertThat(gone.size()).as(gone.toString()).isEqualTo(1);
    JsonNode line = gone.path(0);
    assertThat(line.path("amount").asString()).isEqualTo("50.00");
    assertThat(line.path("unit").asString()).isEqualTo("第一公司");
    assertThat(line.path("day").asString()).isEqualTo("2026-05-18");
    assertThat(line.path("reference").asString("")).isEmpty();
    String id = line.path("donationId").asString();
    JsonNode donation = ledger.desk("approver").read("/donations/" + id);
    assertThat(donation.path("status").asString()).isEqualTo("RECORDED");
    assertThat(line.path("entryNumber").asLong()).isPositive();
    assertThat(ledger.desk("auditor").get(one + "/gone.csv?lang=en").text())
        .contains("50.00", "第一公司", id);
    assertThat(ledger.desk("auditor").get(one + "/corrections.csv?lang=en").text())
        .contains("100.00", "120.00");
    assertThat(ledger.desk("auditor").get(one + "/lines.csv?status=CHANGED&lang=zh").text())
        .contains("120.00")
        .doesNotContain("200.00");
    assertThat(ledger.desk("auditor").get(one + "/lines.xlsx").status()).isEqualTo(200);
  }
}
