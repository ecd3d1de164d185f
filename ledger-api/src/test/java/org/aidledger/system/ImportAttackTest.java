package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Files that mean harm, or come to it on their way: they fail in words, and nothing is recorded.
 */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class ImportAttackTest {

  private final RunningLedger ledger;
  private final ImportClient finance;

  ImportAttackTest(RunningLedger ledger) {
    this.ledger = ledger;
    this.finance = new ImportClient(ledger.desk("finance"));
  }

  private String fund() {
    String code = "AT" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    return ledger.desk("finance").order(201, "/funds", Bodies.fund(code)).path("fundId").asString();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void assertFails(String code, byte[] content) {
    String fund = fund();
    JsonNode failed = finance.imported(fund, "X-" + fund, "x", content);
    assertThat(failed.path("state").asString()).as(failed.toString()).isEqualTo("FAILED");
    assertThat(failed.path("failure").path("code").asString()).isEqualTo(code);
    assertThat(failed.path("failure").path("message").asString()).isNotEmpty();
    assertThat(failed.path("recorded").asInt()).isZero();
    assertThat(
            ledger.desk("finance").read("/funds/" + fund + "/balance").path("received").asString())
        .isEqualTo("0.00");
  }

  @Test
  void aLengthOfTenGigabytesIsRefusedBeforeItsBytesCome() throws Exception {
    String credentials =
        Base64.getEncoder().encodeToString(text("finance:" + RunningLedger.PASSWORD));
    try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), ledger.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          text(
              "POST /api/v1/funds/%s/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\n"
                      .formatted(fund(), credentials)
                  + "Content-Type: multipart/form-data; boundary=x\r\n"
                  + "Content-Length: 10737418240\r\n\r\n"));
      out.flush();
      byte[] answer = new byte[4_096];
      int length = socket.getInputStream().read(answer);
      assertThat(new String(answer, 0, length, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void aBombIsFoundByItsSizeUnpacked() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(text("<Types/>"));
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] zeros = new byte[1 << 20];
      Arrays.fill(zeros, (byte) ' ');
      for (int i = 0; i < 400; i++) {
        zip.write(zeros);
      }
    }
    String fund = fund();
    JsonNode failed = finance.imported(fund, "Z-" + fund, "bomb.xlsx", bytes.toByteArray());
    assertThat(failed.path("state").asString()).as(failed.toString()).isEqualTo("FAILED");
    assertThat(failed.path("failure").path("code").asString()).startsWith("FILE_");
  }

  @Test
  void whatIsNoSheetOrIsCutOffFails() throws Exception {
    byte[] workbook = Files.readAllBytes(Path.of("../samples/cixin-yirijuan-2026-payroll.xlsx"));
    assertFails("FILE_DAMAGED", Arrays.copyOf(workbook, workbook.length / 2));
    assertFails("FILE_KIND_UNSUPPORTED", text("%PDF-1.7\n1 0 obj\n"));
    String fund = fund();
    Answer empty = finance.send(fund, "?dryRun=true&batch=E", "e.csv", new byte[0]);
    assertThat(empty.problem()).startsWith("FILE_EMPTY");
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() {
    byte[] whole = ImportClient.multipart("cut.csv", text("姓名,金额\n甲,1\n"));
    String fund = fund();
    Answer answer =
        ledger
            .desk("finance")
            .send(
                "POST",
                "/funds/" + fund + "/imports?batch=CUT",
                BodyPublishers.ofByteArray(Arrays.copyOf(whole, whole.length - 40)),
                "Content-Type",
                "multipart/form-data; boundary=----aid-ledger-boundary");
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(ledger.desk("finance").read("/imports?fundId=" + fund).path("items").size())
        .isZero();
  }

  @Test
  void aPathInAFileNameIsCutToItsLastPart() {
    String fund = fund();
    byte[] roster = text("姓名,单位,工号,金额,日期\n=cmd|' /C calc'!A0,一,G1,5,2026-05-18\n");
    String id = finance.start(fund, "?batch=PATH", "..\\..\\..\\etc\\passwd.csv", roster);
    JsonNode checked = finance.rested(id);
    assertThat(checked.path("fileName").asString()).isEqualTo("passwd.csv");
    assertThat(checked.path("state").asString()).as(checked.toString()).isEqualTo("COMPLETED");
    assertThat(
            finance
                .rested(finance.start(fund, "?batch=PATH", "../../etc/shadow", roster))
                .path("fileName")
                .asString())
        .isEqualTo("shadow");
  }

  @Test
  void aCancelledImportSaysWhatIsInTheBook() {
    String fund = fund();
    StringBuilder text = new StringBuilder("姓名,单位,工号,金额,日期\n");
    for (int i = 0; i < 40_000; i++) {
      text.append("李四,第%d公司,G%05d,1.00,2026-05-18%n".formatted(i % 7, i));
    }
    String id =
        finance.start(fund, "?dryRun=false&batch=CANCEL-" + fund, "c.csv", text(text.toString()));
    Waiting.until("some lines are recorded", () -> finance.one(id).path("recorded").asInt() > 0);
    Answer answer =
        ledger.desk("finance").send("DELETE", "/imports/" + id, BodyPublishers.noBody());
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    JsonNode ended = finance.rested(id);
    assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("CANCELLED");
    int recorded = ended.path("recorded").asInt();
    assertThat(recorded).isBetween(1, 39_999);
    Answer posting = ledger.desk("finance").post("/imports/" + id + "/posting", Map.of());
    assertThat(posting.problem()).startsWith("IMPORT_STATE");
    JsonNode again = finance.imported(fund, "CANCEL-" + fund, "c.csv", text(text.toString()));
    assertThat(again.path("recorded").asInt()).as(again.toString()).isEqualTo(40_000 - recorded);
    assertThat(again.path("alreadyRecorded").asInt()).isEqualTo(recorded);
  }

  @Test
  void aChangedMappingIsRememberedForTheNextFileOfTheShape() {
    String fund = fund();
    String header = "甲列,乙列,丙列,丁列-" + fund + "\n";
    byte[] first = text(header + "2026-05-18,王五,12.50,G77\n");
    JsonNode unread = finance.rested(finance.start(fund, "?batch=MAP-" + fund, "m.csv", first));
    assertThat(unread.path("state").asString()).as(unread.toString()).isEqualTo("FAILED");
    String id = unread.path("importId").asString();
    Map<String, Object> mapping =
        Map.of(
            "headerLine", 1,
            "columns", Map.of("day", "A", "name", "B", "amount", "C", "staffNumber", "D"),
            "defaults", Map.of("unit", "第一公司"));
    Answer changed =
        ledger
            .desk("finance")
            .send(
                "PUT", "/imports/" + id + "/mapping", BodyPublishers.ofString(Desk.json(mapping)));
    assertThat(changed.status()).as(changed.text()).isEqualTo(202);
    JsonNode read = finance.rested(id);
    assertThat(read.path("total").asString()).as(read.toString()).isEqualTo("12.50");
    byte[] next = text(header + "2026-05-19,王五,7.50,G77\n");
    JsonNode known = finance.rested(finance.start(fund, "?batch=MAP-" + fund, "n.csv", next));
    assertThat(known.path("total").asString()).as(known.toString()).isEqualTo("7.50");
    assertThat(known.path("mapping").path("remembered").asBoolean()).isTrue();
  }

  @Test
  void whatOthersRememberForTheShapeDoesNotChangeWhatWasChecked() throws Exception {
    String fund = fund();
    String header = "姓名,银行账号,开户行,金额,用途,丙列-" + fund + "\n";
    byte[] roster = text(header + "赵六,6222907483378876,中国银行,10.00,救助,99.00\n");
    String checked = finance.start(fund, "?kind=PAYOUTS&batch=PIN-A-" + fund, "a.csv", roster);
    JsonNode found = finance.rested(checked);
    assertThat(found.path("total").asString()).as(found.toString()).isEqualTo("10.00");

    String other = finance.start(fund, "?kind=PAYOUTS&batch=PIN-B-" + fund, "b.csv", roster);
    finance.rested(other);
    Answer changed =
        ledger
            .desk("finance")
            .send(
                "PUT",
                "/imports/" + other + "/mapping",
                BodyPublishers.ofString(Desk.json(Map.of("columns", Map.of("amount", "F")))));
    assertThat(changed.status()).as(changed.text()).isEqualTo(202);
    assertThat(finance.rested(other).path("total").asString()).isEqualTo("99.00");

    ledger.desk("finance").order(202, "/imports/" + checked + "/posting", Map.of());
    JsonNode posted = finance.rested(checked);
    assertThat(posted.path("state").asString()).as(posted.toString()).isEqualTo("COMPLETED");
    BookCheck.awaitReadModels(ledger);
    String batch = posted.path("payoutBatchId").asString();
    assertThat(ledger.desk("finance").read("/payout-batches/" + batch).path("total").asString())
        .isEqualTo("10.00");
  }

  @Test
  void aListenerIsToldUntilTheImportRests() {
    String fund = fund();
    String id =
        finance.start(
            fund,
            "?dryRun=false&batch=SSE-" + fund,
            "s.csv",
            text("姓名,单位,工号,金额,日期\n甲,一,G1,5,2026-05-18\n"));
    String told = ledger.desk("auditor").get("/imports/" + id + "/events").text();
    assertThat(told).contains("event:progress").contains("\"COMPLETED\"");
  }
}
