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

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aidledger.api.web.browser.Accessibility;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What auditors work with, taken home as files that Excel opens in Chinese. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class AuditDownloadTest {

  private static final String EVER = "&from=2020-01-01&to=2100-01-01";
  private static final String FORMULA = "=HYPERLINK(\"http://evil.example\")";

  private final RunningLedger ledger;

  AuditDownloadTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @Test
  void findingsBringTheirAnswersAndConclusions() {
    Desk auditor = ledger.desk("auditor");
    Desk finance = ledger.desk("finance");
    String fund = finance.order(201, "/funds", fund("TAKE.1")).path("fundId").asString();
    Map<String, Object> order =
        Map.of(
            "fundId",
            fund,
            "severity",
            "HIGH",
            "exceptionKind",
            "OFF_HOURS",
            "positions",
            List.of(2, 3),
            "text",
            FORMULA);
    String id = auditor.order(201, "/audit/findings", order).path("findingId").asString();
    finance.order(200, "/audit/findings/" + id + "/answers", Map.of("answer", "已补收据"));
    finance.order(200, "/audit/findings/" + id + "/answers", Map.of("answer", "并已更正台账"));
    auditor.order(200, "/audit/findings/" + id + "/closure", Map.of("conclusion", "收据相符"));
    auditor.order(201, "/audit/findings", with(order, "text", "第二个问题"));
    auditor.read("/audit/findings/" + id);

    String csv = csv("/audit/findings.csv?lang=zh&fundId=" + fund);
    assertThat(csv.lines().findFirst().orElse(""))
        .startsWith("\uFEFF记账时间,")
        .contains("发现的问题,严重程度,状态,规则,提出人,整改情况,反馈人");
    assertThat(csv)
        .contains("\"'=HYPERLINK", "已补收据\n并已更正台账", "收据相符", "已销号", "\"2, 3\"", id)
        .contains("第二个问题", "待整改", "非工作时间入账");
    assertThat(csv("/audit/findings.csv?lang=en&state=CLOSED&fundId=" + fund))
        .contains("Closed")
        .doesNotContain("第二个问题");
    assertThat(auditor.get("/audit/findings.xlsx?fundId=" + fund).status()).isEqualTo(200);
    assertThat(auditor.get("/audit/findings.csv?state=LOST").problem())
        .startsWith("VALUE_NOT_ALLOWED");
  }

  @Test
  void exceptionsComeWithTheirSentencesAndPositions() {
    Desk finance = ledger.desk("finance");
    String fund = finance.order(201, "/funds", fund("TAKE.2")).path("fundId").asString();
    String payouts = "/funds/" + fund + "/payouts";
    finance.order(201, payouts, payout("TK-1", "10.00", "孙八", "6222020000000101"));
    finance.order(201, payouts, payout("TK-2", "20.00", "周九", "6222020000000101"));
    finance.read("/funds/" + fund);

    String path = "/audit/exceptions.csv?fund=" + fund + EVER;
    String csv = csv(path + "&lang=zh&kind=SHARED_ACCOUNT");
    assertThat(csv).startsWith("\uFEFF规则,").contains("2 个不同的姓名", "TAKE.2", "SHARED_ACCOUNT");
    assertThat(csv.lines()).hasSize(2);
    assertThat(csv).doesNotContain("孙八", "周九", "62220200");
    Desk auditor = ledger.desk("auditor");
    assertThat(auditor.get("/audit/exceptions.csv?from=2026-02-01&to=2026-01-01").problem())
        .isEqualTo("PARAMETER_MALFORMED to");
    assertThat(
            auditor.get(path.replace("/audit/exceptions.csv", "/audit/exceptions.xlsx")).status())
        .isEqualTo(200);
    inTheBrowser("/audit/exceptions?kind=SHARED_ACCOUNT&fundId=" + fund + EVER, "2 个不同的姓名");
  }

  @Test
  void aSampleSaysWhichVouchersToPull() {
    Desk finance = ledger.desk("finance");
    String fund = finance.order(201, "/funds", fund("TAKE.6")).path("fundId").asString();
    String donations = "/funds/" + fund + "/donations";
    finance.order(201, donations, donation("TK-S1", "300.00", Map.of("name", "上官云")));
    String wrong =
        finance
            .order(201, donations, with(anonymous("TK-S2", "90.00"), "receivedOn", "2026-01-05"))
            .path("donationId")
            .asString();
    ledger
        .desk("finance2")
        .order(
            200,
            "/donations/" + wrong + "/correction",
            with(with(reason("日期抄错"), "receivedOn", "2026-01-06"), "amount", "80.00"));
    String paid =
        finance
            .order(
                201,
                "/funds/" + fund + "/payouts",
                payout("TK-S3", "55.00", "诸葛青", "6222020000000119"))
            .path("payoutId")
            .asString();
    ledger.desk("approver").order(200, "/payouts/" + paid + "/approval");
    ledger.desk("cashier").order(200, "/payouts/" + paid + "/payment", payment(DAY, "TK-BK-3"));
    finance.read("/funds/" + fund);

    String range = "&size=380&seed=s&lang=zh&fund=" + fund + EVER;
    String drawn = csv("/audit/samples.csv?of=DONATIONS" + range);
    assertThat(drawn.lines().findFirst().orElse(""))
        .startsWith("\uFEFF类别,资金编号,资金,流水号,业务日期,捐赠人或收款人,原始凭证号,银行流水号,金额");
    assertThat(drawn.lines()).hasSize(3);
    assertThat(drawn)
        .contains("捐赠,TAKE.6,", DAY + ",上官云,TK-S1,,300.00")
        .contains("2026-01-06,匿名捐赠人,TK-S2,,80.00")
        .doesNotContain("2026-01-05");
    assertThat(csv("/audit/samples.csv?of=PAYOUTS" + range))
        .contains("发放,TAKE.6,", DAY + ",诸葛青,TK-S3,TK-BK-3,55.00", paid);
    Desk auditor = ledger.desk("auditor");
    String workbook = "/audit/samples.xlsx?of=DONATIONS" + range;
    assertThat(auditor.get(workbook).status()).isEqualTo(200);
    assertThat(auditor.get(workbook + "&position=999999999999").problem())
        .isEqualTo("PARAMETER_MALFORMED position");
    assertThat(auditor.get(workbook.replace("seed=s", "seed=" + "s".repeat(101))).problem())
        .isEqualTo("PARAMETER_MALFORMED seed");
    inTheBrowser("/audit/samples?of=PAYOUTS&size=1&seed=s&fundId=" + fund + EVER, "TK-BK-3");
  }

  @Test
  void aCorrectionReportBringsItsLinesAndItsFigures() {
    Desk finance = ledger.desk("finance");
    String fund = finance.order(201, "/funds", fund("TAKE.3")).path("fundId").asString();
    String donations = "/funds/" + fund + "/donations";
    String wrong =
        finance.order(201, donations, anonymous("TK-C", "100.00")).path("donationId").asString();
    Waiting.millis(10);
    Instant then = Instant.now();
    Waiting.millis(10);
    ledger
        .desk("finance2")
        .order(200, "/donations/" + wrong + "/correction", with(reason("金额有误"), "amount", "80.25"));
    Waiting.millis(10);
    Instant now = Instant.now();
    Waiting.millis(10);

    String query = "?lang=zh&fundId=" + fund + "&knownFrom=" + then + "&knownTo=" + now;
    String lines = csv("/audit/correction-report.csv" + query);
    assertThat(lines.lines()).hasSize(3);
    assertThat(lines).startsWith("\uFEFF资金编号,").contains("-100.00", "80.25", "金额有误", "TAKE.3");
    String figures = csv("/audit/correction-report/figures.csv" + query);
    assertThat(figures.lines().toList().getLast())
        .contains("本期可用余额净额", ",100.00,-19.75,", ",80.25,CNY");
    Desk auditor = ledger.desk("auditor");
    assertThat(
            auditor
                .get(
                    "/audit/correction-report.csv?fundId="
                        + fund
                        + "&knownFrom="
                        + now
                        + "&knownTo="
                        + then)
                .problem())
        .isEqualTo("VALUE_NOT_ALLOWED knownTo");
    inTheBrowser("/audit/corrections?fund=" + fund + "&knownFrom=2020-01-01", "80.25");
  }

  /** Follows the first link to a file on a page. */
  private void inTheBrowser(String path, String expected) {
    try (Office office = new Office(ledger)) {
      Page page = office.signedIn("auditor", 1280);
      page.navigate(office.at(path));
      Download download = page.waitForDownload(() -> page.click("a[download]:has-text('CSV')"));
      assertThat(download.suggestedFilename()).endsWith(".csv");
      assertThat(text(download)).startsWith("\uFEFF").contains(expected);
      Accessibility.check(page);
      assertThat(office.complaints()).isEmpty();
    }
  }

  private static String text(Download download) {
    try {
      return Files.readString(download.path(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String csv(String path) {
    Answer answer = ledger.desk("auditor").get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
    return answer.text();
  }
}
